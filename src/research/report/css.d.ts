/** `import text from './x.css?raw'`: Vite puts the style sheet's text into the bundle. */
declare module '*.css?raw' {
  const text: string;
  export default text;
}
