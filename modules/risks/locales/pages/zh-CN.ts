export const pages = {
  risks: {},
}
