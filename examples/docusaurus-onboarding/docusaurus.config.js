/** @type {import('@docusaurus/types').Config} */
export default {
  title: 'Weather desk handbook',
  url: 'https://handbook.example.org',
  baseUrl: '/',
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
