/** Lets the compiler accept the import of a style sheet; Vite adds it to the page. */
declare module '*.css';
