console.log('fingertip-research');
