/** `npm run words`: measures the classifiers on systems that are left out of the training. docs/measurement/words.md */
