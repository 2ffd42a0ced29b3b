/** Options of `load`, `aggregate` and `report` that name a ClickHouse cluster. */
export const clusterArgs = {
  url: { type: 'string', description: 'HTTP address of one server of the cluster', valueHint: 'URL' },
  'cluster-name': {
    type: 'string',
    description: "Name of the cluster in the servers' remote_servers",
    default: 'fingertip',
    valueHint: 'NAME',
  },
  database: { type: 'string', description: 'Database on the cluster', default: 'fingertip', valueHint: 'NAME' },
} as const;
