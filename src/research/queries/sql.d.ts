/** `import text from './x.sql?raw'`: Vite puts the query's text into the bundle. */
declare module '*.sql?raw' {
  const text: string;
  export default text;
}
