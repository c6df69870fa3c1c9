// The file: a header of 32 bytes, then the weights, then the classes of words. Little-endian, read as it lies; checked
// once, so that a cut or altered file is an error and never a crash.
#include "text/boundary_model.hpp"

#include <bit>
#include <cstring>
#include <utility>

namespace readout::text {

namespace {

static_assert(std::endian::native == std::endian::little, "the model file is little-endian and read as it lies");

constexpr std::uint64_t magic = 0x31544E4553444552ULL;  // "REDSENT1"
constexpr std::uint32_t fewest_bits = 8;
constexpr std::uint32_t most_bits = 24;

struct Header {
  std::uint64_t magic;
  std::uint32_t features;  // boundary_feature_version
  std::uint32_t bits;      // there are 2^bits weights
  std::int32_t threshold;
  std::uint32_t unused;
  std::uint64_t checksum;  // of header, with this field as 0, and all that follows
};
static_assert(sizeof(Header) == 32);

std::uint64_t sum_of(std::string_view bytes, std::uint64_t sum) {
  for (const char byte : bytes) {
    sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  }
  return sum;
}

std::uint64_t checksum_of(Header header, std::string_view body) {
  header.checksum = 0;
  const std::string_view bytes(reinterpret_cast<const char*>(&header), sizeof(Header));
  return sum_of(body, sum_of(bytes, 0xCBF29CE484222325ULL));
}

Error broken(std::string name, std::string what) {
  return Error{std::move(name), 0, std::move(what),
               "take the model file that came with this version, or train it again (train/README.md)"};
}

}  // namespace

Result<BoundaryModel> BoundaryModel::from_bytes(std::string_view bytes, std::string name) {
  Header header{};
  if (bytes.size() < sizeof(Header)) {
    return broken(std::move(name), "is no sentence model: too short");
  }
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (header.magic != magic) {
    return broken(std::move(name), "is no sentence model");
  }
  if (header.features != boundary_feature_version) {
    return broken(std::move(name), "is a sentence model of another version");
  }
  const auto body = bytes.substr(sizeof(Header));
  if (header.bits < fewest_bits || header.bits > most_bits ||
      body.size() != (std::size_t{1} << header.bits) + WordClasses::bytes) {
    return broken(std::move(name), "is a sentence model of the wrong size");
  }
  if (header.checksum != checksum_of(header, body)) {
    return broken(std::move(name), "is a damaged sentence model");
  }
  const std::size_t count = body.size() - WordClasses::bytes;
  return BoundaryModel(body.substr(0, count), WordClasses(body.substr(count)), 32 - header.bits, header.threshold);
}

std::string BoundaryModel::to_bytes(std::span<const std::int8_t> weights, std::string_view classes,
                                    std::int32_t threshold) {
  Header header{
      magic, boundary_feature_version, static_cast<std::uint32_t>(std::bit_width(weights.size()) - 1), threshold, 0, 0};
  std::string body(reinterpret_cast<const char*>(weights.data()), weights.size());
  body += classes;
  header.checksum = checksum_of(header, body);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof(Header));
  bytes += body;
  return bytes;
}

}  // namespace readout::text
