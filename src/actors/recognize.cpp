// The order of recognition on one screen.
#include "actors/recognize.hpp"

#include <utility>

#include "actors/linker.hpp"
#include "actors/names.hpp"
#include "actors/phrases.hpp"
#include "actors/scene.hpp"

namespace readout::actors {

Actors recognize(const Report& report, const Layout& layout, const Tokens& tokens, const Syntax& syntax,
                 const Knowledge& knowledge, std::vector<Choice>* choices) {
  const Scene scene(report, layout, tokens, syntax, knowledge);
  Hits hits = find_names(scene);                           // words of the tables
  Phrases phrases = find_phrases(scene, std::move(hits));  // titles, names, roles, pronouns
  Linker linker(scene, std::move(phrases), choices);
  linker.introduce_names();  // full names of the whole report
  linker.link_all();         // everything in text order, with what was said before
  linker.link_speakers();    // "I" and "we"
  linker.link_reciprocals();
  linker.settle_shadows();  // names and nouns that were taken up again
  linker.mark_anonymous();  // sources without a name
  return linker.finish();
}

}  // namespace readout::actors
