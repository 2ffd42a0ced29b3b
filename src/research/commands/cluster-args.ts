/** Options that name a ClickHouse cluster. */
export const clusterArgs = {
  url: { type: 'string', description: 'HTTP address of a server of the cluster', valueHint: 'URL' },
  'cluster-name': {
    type: 'string',
    description: "Its name in the servers' remote_servers",
    default: 'fingertip',
    valueHint: 'NAME',
  },
  database: { type: 'string', description: 'Database to use there', default: 'fingertip', valueHint: 'NAME' },
} as const;
