import { render } from 'preact';

render(<h1>指尖账本</h1>, document.getElementById('app') as HTMLElement);
