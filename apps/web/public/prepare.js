// Runs before the modules. zod must not try `new Function`: a strict content security policy reports the attempt.
// oxlint-disable-next-line no-underscore-dangle -- the name is zod's
globalThis.__zod_globalConfig = { jitless: true }
// The page takes its brightness before the first paint.
try {
  const choice = localStorage.getItem('heng.theme')
  if (choice === 'light' || choice === 'dark') document.documentElement.style.colorScheme = choice
} catch {
  // Storage may be refused; the system's choice then stands.
}
