/** The mark of the product: a balance beam at rest on its post, with the vermilion point of a seal. */
export const Mark = ({ size = 26 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
    <path d="M16 7.5V26M10.5 26h11" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
    <path d="M4.5 10.5h23" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
    <path d="M3 18a4.2 4.2 0 0 0 8.4 0L7.2 10.8 3 18Zm17.6 0a4.2 4.2 0 0 0 8.4 0l-4.2-7.2L20.6 18Z" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" />
    <circle cx="16" cy="6.2" r="3" fill="var(--hg-markPoint, #d9574a)" />
  </svg>
)
