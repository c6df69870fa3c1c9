// News puts the saying behind what is said, and often the speaker behind that: rare in the treebanks, so made from
// them.
#pragma once

#include "chance.hpp"
#include "syntax/treebank.hpp"

namespace readout::train {

// "Kim said that talks failed." → "Talks failed, said Kim." or “Talks failed,” Kim said. Other sentences stay as they
// are.
void invert_report(syntax::GoldSentence& sentence, Chance& chance);

}  // namespace readout::train
