// The parts of Knowledge: one member a stage, each loaded by that stage from its own folder of data/.
#pragma once

#include "actors/knowledge.hpp"
#include "acts/opinion.hpp"
#include "acts/rules.hpp"
#include "base/codes.hpp"
#include "issues/knowledge.hpp"
#include "network/model_file.hpp"
#include "readout/reader.hpp"
#include "syntax/parser.hpp"
#include "text/lexicon.hpp"
#include "times/lexicon.hpp"

namespace readout {

struct Knowledge::Parts {
  network::ModelFile model;  // what `syntax` looks into
  base::Codes codes;
  text::Lexicon text;
  syntax::Model syntax;
  actors::Knowledge actors;
  times::Lexicon times;
  acts::Rules acts;
  issues::Knowledge issues;
  acts::OpinionModel opinion;  // looks into `model`
};

}  // namespace readout
