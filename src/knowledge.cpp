// Loading what Readout knows, and finding where it lies.
#include "knowledge.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>
#include <utility>

#include "readout_build.hpp"

namespace readout {

namespace {

namespace fs = std::filesystem;

bool holds_tables(const fs::path& data) {
  std::error_code error;
  return fs::is_directory(data / "actors", error) && fs::is_directory(data / "acts", error);
}

// The model stands beside the tables: inside them when installed, next to them in the source tree.
fs::path model_of(const fs::path& data) {
  constexpr std::string_view file = "english.model";
  std::error_code error;
  const fs::path inside = data / "models" / file;
  return fs::exists(inside, error) ? inside : data / ".." / "models" / file;
}

fs::path program_folder() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

}  // namespace

fs::path default_data() {
  if (const char* named = std::getenv("READOUT_DATA"); named != nullptr && *named != '\0') {
    return named;
  }
  const std::array candidates = {program_folder() / ".." / "share" / "readout", fs::path(READOUT_INSTALLED_DATA),
                                 fs::path(READOUT_BUILT_DATA)};
  for (const auto& candidate : candidates) {
    if (holds_tables(candidate)) {
      return candidate.lexically_normal();
    }
  }
  return READOUT_INSTALLED_DATA;
}

namespace {

// The text tables and the model; all other parts are left empty.
Result<Knowledge::Parts> read_grammar(const fs::path& data) {
  if (!holds_tables(data)) {
    return Error{data.string(), 0, "holds no tables of Readout (actors/, acts/)",
                 "name the folder with --data or in READOUT_DATA"};
  }
  auto model = network::ModelFile::map(model_of(data));
  if (!model) {
    return model.error();
  }
  auto text = text::load(data, model->bytes("boundaries"), model->name());
  if (!text) {
    return text.error();
  }
  auto syntax = syntax::Model::load(*model);
  if (!syntax) {
    return syntax.error();
  }
  return Knowledge::Parts{std::move(*model), {}, std::move(*text), std::move(*syntax), {}, {}, {}, {}, {}};
}

}  // namespace

Result<Knowledge> Knowledge::load_grammar(const fs::path& data) {
  auto parts = read_grammar(data);
  if (!parts) {
    return parts.error();
  }
  return Knowledge(std::make_shared<const Parts>(std::move(*parts)));
}

Result<Knowledge> Knowledge::load(const fs::path& data) {
  auto parts = read_grammar(data);
  if (!parts) {
    return parts.error();
  }
  auto codes = base::Codes::load(data);
  if (!codes) {
    return codes.error();
  }
  parts->codes = std::move(*codes);
  auto actors = actors::load(data);
  if (!actors) {
    return actors.error();
  }
  parts->actors = std::move(*actors);
  auto times = times::load(data);
  if (!times) {
    return times.error();
  }
  parts->times = std::move(*times);
  auto acts = acts::load(data, parts->codes);
  if (!acts) {
    return acts.error();
  }
  parts->acts = std::move(*acts);
  auto issues = issues::load(data);
  if (!issues) {
    return issues.error();
  }
  parts->issues = std::move(*issues);
  auto opinion = acts::OpinionModel::load(parts->model);
  if (!opinion) {
    return opinion.error();
  }
  parts->opinion = std::move(*opinion);
  return Knowledge(std::make_shared<const Parts>(std::move(*parts)));
}

}  // namespace readout
