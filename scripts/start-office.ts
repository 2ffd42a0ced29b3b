console.error('The office is not open yet');
process.exit(1);
