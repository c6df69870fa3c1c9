// What the network says of the training sentences of acts: for each marked sentence its tokens' states and tree, and
// where its source, its target and the word of its act stand. Read by train/acts/learn.py.
//
//   act_features OUT.bin FILE.tsv…      each file: type, mode, cameo, status, sentence with <s> <t> <a> marks
//
// OUT.bin, little-endian, for each sentence: tokens (u32); source, target, act as i32 token numbers, −1 where there is
// none; for each token upos, relation (u8), head as i16 token number, −1 for the root, the key of its form in small
// letters (u32); the states, 512 bytes a token. OUT.bin.tsv has the labels of the same sentences, one a line.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "base/marks.hpp"
#include "base/table.hpp"
#include "network/words.hpp"
#include "readout/reader.hpp"

namespace {

using namespace readout;

using base::Marked;
using base::unmark;

// The token of the words that carries them in the tree; −1 when there is none.
std::int32_t head_of(const Document& document, const Marked& marked, char kind) {
  const auto mark = marked.marks.find(kind);
  if (mark == marked.marks.end()) {
    return -1;
  }
  std::int32_t head = -1;
  for (TokenId t = 0; t < document.tokens.size(); ++t) {
    if (!document.tokens.span[t].overlaps(mark->second)) {
      continue;
    }
    const TokenId up = document.syntax.head[t];
    const bool outside = up == no_token || !document.tokens.span[up].overlaps(mark->second);
    if (outside && head < 0) {
      head = static_cast<std::int32_t>(t);
    }
  }
  return head;
}

template <typename T>
void put(std::ofstream& out, T value) {
  out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

void write(std::ofstream& out, const Document& d, const Sentence& sentence, const std::array<std::int32_t, 3>& places) {
  const auto inside = [&](std::int32_t t) {
    return t >= static_cast<std::int32_t>(sentence.first) && t < static_cast<std::int32_t>(sentence.last);
  };
  put(out, static_cast<std::uint32_t>(sentence.last - sentence.first));
  for (const std::int32_t place : places) {
    put(out, inside(place) ? place - static_cast<std::int32_t>(sentence.first) : std::int32_t{-1});
  }
  for (TokenId t = sentence.first; t < sentence.last; ++t) {
    const TokenId up = d.syntax.head[t];
    put(out, static_cast<std::uint8_t>(d.syntax.upos[t]));
    put(out, static_cast<std::uint8_t>(d.syntax.relation[t]));
    put(out, static_cast<std::int16_t>(up == no_token ? -1 : static_cast<std::int32_t>(up - sentence.first)));
    std::string lower;
    network::append_lower(slice(d.report.text, d.tokens.span[t]), lower);
    put(out, network::key_of(lower));
  }
  out.write(reinterpret_cast<const char*>(d.syntax.states.data() + sentence.first * state_width),
            static_cast<std::streamsize>((sentence.last - sentence.first) * state_width));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: act_features OUT.bin FILE.tsv…\n";
    return 2;
  }
  auto knowledge = Knowledge::load_grammar(default_data());
  if (!knowledge) {
    std::cerr << to_string(knowledge.error()) << '\n';
    return 1;
  }
  Reader reader(std::move(*knowledge));
  std::ofstream out(argv[1], std::ios::binary);
  std::ofstream labels(std::string(argv[1]) + ".tsv");
  std::size_t written = 0;
  std::size_t dropped = 0;
  for (int file = 2; file < argc; ++file) {
    const auto table = base::Table::read(argv[file], {"type", "mode", "cameo", "status", "sentence"});
    if (!table) {
      std::cerr << to_string(table.error()) << '\n';
      return 1;
    }
    for (std::size_t row = 0; row < table->rows(); ++row) {
      const auto marked = unmark(table->cell(row, 4));
      if (!marked) {
        std::cerr << to_string(table->error(row, "marks that do not close")) << '\n';
        return 1;
      }
      const Document d = reader.parse_phrase(marked->text);
      const std::array<std::int32_t, 3> places = {head_of(d, *marked, 's'), head_of(d, *marked, 't'),
                                                  head_of(d, *marked, 'a')};
      const std::int32_t anchor = places[2] >= 0 ? places[2] : std::max(places[0], places[1]);
      const auto sentence = std::find_if(d.tokens.sentences.begin(), d.tokens.sentences.end(), [&](const Sentence& s) {
        return anchor >= static_cast<std::int32_t>(s.first) && anchor < static_cast<std::int32_t>(s.last);
      });
      if (sentence == d.tokens.sentences.end()) {
        ++dropped;
        continue;
      }
      write(out, d, *sentence, places);
      for (std::size_t c = 0; c < 4; ++c) {
        labels << table->cell(row, c) << '\t';
      }
      labels << argv[file] << ':' << table->line(row) << '\t' << marked->text << '\n';
      ++written;
    }
  }
  std::cerr << written << " sentences, " << dropped << " without a place\n";
  return out && labels ? 0 : 1;
}
