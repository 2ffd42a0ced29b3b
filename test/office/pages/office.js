// Sends a request to the server of the page by XMLHttpRequest, as most of these systems do. All pages use this function.
window.request = (path, body) =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(body === undefined ? 'GET' : 'POST', `/api/${path}`);
    if (body !== undefined && !(body instanceof FormData)) xhr.setRequestHeader('content-type', 'application/json');
    xhr.onload = () => resolve(JSON.parse(xhr.responseText));
    xhr.onerror = () => reject(new Error('network'));
    xhr.send(body === undefined || body instanceof FormData ? (body ?? null) : JSON.stringify(body));
  });
