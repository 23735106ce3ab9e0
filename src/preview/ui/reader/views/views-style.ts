import '../../styles/views.css';
