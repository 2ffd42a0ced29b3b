/** The classifiers of the words of a page. Each is compiled when it is first needed. */
import { compileWordModel, type Verdict, type WordModel } from '../../core/forms/word-model.ts';

/** The tasks of src/data/word-models.json. */
export type Task = 'controls' | 'messages' | 'fields';
/** For each task, a function that classifies a text. */
export type Classifiers = Readonly<Record<Task, (text: string) => Verdict>>;

/** Returns classifiers that compile their table at their first use. */
export function classifiersOf(models: Readonly<Record<Task, WordModel>>): Classifiers {
  const lazy = (task: Task) => {
    let classify: ((text: string) => Verdict) | undefined;
    return (text: string) => {
      classify ??= compileWordModel(models[task]);
      return classify(text);
    };
  };
  return { controls: lazy('controls'), messages: lazy('messages'), fields: lazy('fields') };
}
