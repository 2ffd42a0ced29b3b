/** The catalogue's groups and the sites that the owner added. */
export const Sites = () => <section id="sites" />;
