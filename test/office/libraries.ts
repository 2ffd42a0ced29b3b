/** The packages whose files /lib/PACKAGE/PATH serves, as they ship them. */
export const libraries: readonly string[] = [
  'ant-design-vue',
  'antd',
  'dayjs',
  'element-plus',
  'element-ui',
  'layui',
  'react',
  'react-dom',
  'vue',
  'vue2',
];
