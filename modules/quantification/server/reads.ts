/** What other rooms ask of this one. */
export { lossSource } from './reads/lossSource.ts'
export { portfolioLoss, type PortfolioBasis, type PortfolioLoss } from './reads/portfolio.ts'
