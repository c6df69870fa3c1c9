#include "actors/compiled.hpp"

#include <cstring>
#include <fstream>
#include <map>
#include <string_view>
#include <type_traits>

#include "actors/tables.hpp"
#include "network/model_file.hpp"

namespace readout::actors {

namespace {

// Arrays of other shapes would be misread: their sizes go into the checksum.
constexpr std::uint64_t shapes = sizeof(Entry) << 48U | sizeof(Fact) << 32U | sizeof(Name) << 16U | sizeof(Tenure);
constexpr std::uint64_t attributes = static_cast<std::uint64_t>(Attribute::type);  // the last
constexpr const char* made_of = "made of";

template <typename T>
constexpr bool is_array = requires(T& array) {
  array.resize(array.size());
};

struct Put {
  std::map<std::string, std::string_view>& arrays;
  std::string prefix;

  template <typename Part>
  void operator()(const char* name, Part& part) const {
    const auto path = prefix + name;
    if constexpr (is_array<Part>) {
      static_assert(std::is_trivially_copyable_v<typename Part::value_type>);
      arrays[path] = {reinterpret_cast<const char*>(part.data()), part.size() * sizeof(typename Part::value_type)};
    } else {
      part.each_array(Put{arrays, path + "."});
    }
  }
};

struct Take {
  const network::ModelFile& file;
  std::string prefix;

  template <typename Part>
  void operator()(const char* name, Part& part) const {
    const auto path = prefix + name;
    if constexpr (is_array<Part>) {
      const auto bytes = file.bytes(path);
      part.resize(bytes.size() / sizeof(typename Part::value_type));
      if (!bytes.empty()) {
        std::memcpy(part.data(), bytes.data(), bytes.size());
      }
    } else {
      part.each_array(Take{file, path + "."});
    }
  }
};

}  // namespace

std::uint64_t checksum_of_tables(const std::filesystem::path& data_dir) {
  std::uint64_t sum = shapes ^ attributes;
  for (const TableForm& form : table_forms) {
    std::ifstream in(data_dir / "actors" / form.file, std::ios::binary | std::ios::ate);
    std::string bytes(in ? static_cast<std::size_t>(in.tellg()) : 0, '\0');
    in.seekg(0);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    sum = sum * 31 + network::checksum_of(bytes);
  }
  return sum;
}

std::string bytes_of(Knowledge& knowledge, std::uint64_t tables) {
  std::map<std::string, std::string_view> arrays;
  arrays[made_of] = {reinterpret_cast<const char*>(&tables), sizeof tables};
  knowledge.each_array(Put{arrays, {}});
  return network::bytes_of_arrays(arrays);
}

Result<std::string> compile(const std::filesystem::path& data_dir) {
  auto knowledge = load(data_dir);
  if (!knowledge) {
    return knowledge.error();
  }
  return bytes_of(*knowledge, checksum_of_tables(data_dir));
}

std::optional<Knowledge> read_compiled(const std::filesystem::path& file, std::uint64_t tables) {
  const auto mapped = network::ModelFile::map(file);
  if (!mapped) {
    return std::nullopt;
  }
  const auto made = mapped->numbers<std::uint64_t>(made_of, 1);
  if (!made || made->front() != tables) {
    return std::nullopt;
  }
  Knowledge knowledge;
  knowledge.each_array(Take{*mapped, {}});
  return knowledge;
}

}  // namespace readout::actors
