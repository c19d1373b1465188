declare module 'js-yaml' {
  const jsYaml: { safeLoad(text: string): unknown };
  export default jsYaml;
}
