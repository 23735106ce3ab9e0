import { render } from 'preact';
import { App } from './app.js';
import './styles/base.css';

const page = document.getElementById('page');
if (page) render(<App />, page);
