// Loading what Readout knows, and finding where it lies.
#include "knowledge.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <future>
#include <string>
#include <system_error>
#include <utility>

#include "actors/compiled.hpp"
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

// Made by the build, or by `readout compile` beside the tables.
fs::path compiled_of(const fs::path& data) {
  std::error_code error;
  const fs::path beside = data / "actors.compiled";
  return fs::exists(beside, error) ? beside : fs::path(READOUT_BUILT_COMPILED);
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

Status compile_tables(const fs::path& data, const fs::path& file) {
  const auto bytes = actors::compile(data);
  if (!bytes) {
    return bytes.error();
  }
  // Under another name until it is whole: another program may be loading it.
  const fs::path unfinished = file.string() + "." + std::to_string(::getpid());
  std::ofstream(unfinished, std::ios::binary) << *bytes;
  std::error_code error;
  if (fs::file_size(unfinished, error) == bytes->size() && !error) {
    fs::rename(unfinished, file, error);
  } else if (!error) {
    error = std::make_error_code(std::errc::no_space_on_device);
  }
  if (error) {
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    return Error{file.string(), 0, "cannot be written (" + error.message() + ")",
                 "name a file that may be written, with --output"};
  }
  return ok();
}

Result<Knowledge> Knowledge::load_grammar(const fs::path& data) {
  auto parts = read_grammar(data);
  if (!parts) {
    return parts.error();
  }
  return Knowledge(std::make_shared<const Parts>(std::move(*parts)));
}

namespace {

// Own knowledge that is not there would change nothing, and nobody would know.
Status check_own(const OwnKnowledge& own) {
  std::error_code error;
  if (own.empty() || own.folder.empty() || fs::is_directory(own.folder / "actors", error) ||
      fs::is_directory(own.folder / "acts", error)) {
    return ok();
  }
  return Error{own.folder.string(), 0, "holds neither actors/ nor acts/",
               "put tables into actors/ and rule files into acts/ below it"};
}

}  // namespace

Result<Knowledge> Knowledge::load(const fs::path& data, const OwnKnowledge& own) {
  if (auto status = check_own(own); !status) {
    return status.error();
  }
  // The tables of actors take as long as everything else together.
  auto actors_read = std::async(std::launch::async, [&] { return actors::load(data, own.folder, compiled_of(data)); });
  auto parts = read_grammar(data);
  if (!parts) {
    return parts.error();
  }
  auto codes = base::Codes::load(data);
  if (!codes) {
    return codes.error();
  }
  parts->codes = std::move(*codes);
  auto times = times::load(data);
  auto acts = acts::load(data, parts->codes, own.folder, own.rules);
  auto actors = actors_read.get();
  if (!actors) {
    return actors.error();
  }
  parts->actors = std::move(*actors);
  if (!times) {
    return times.error();
  }
  parts->times = std::move(*times);
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
