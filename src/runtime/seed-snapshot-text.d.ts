/** Written by scripts/build-snapshot.ts; wrangler bundles `.txt` files as text modules. */
declare module '*/seed-snapshot.txt' {
  const text: string
  export default text
}
