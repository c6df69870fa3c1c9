// SHA-256 by OpenSSL's libcrypto.
#include "base/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <new>

namespace readout::base {

namespace {

EVP_MD_CTX* evp(void* context) {
  return static_cast<EVP_MD_CTX*>(context);
}

}  // namespace

void Sha256::Free::operator()(void* context) const {
  EVP_MD_CTX_free(evp(context));
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  if (context_ == nullptr || EVP_DigestInit_ex(evp(context_.get()), EVP_sha256(), nullptr) != 1) {
    throw std::bad_alloc();  // the only way in which these fail
  }
}

void Sha256::add(std::string_view bytes) {
  EVP_DigestUpdate(evp(context_.get()), bytes.data(), bytes.size());
}

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  EVP_DigestFinal_ex(evp(context_.get()), digest.data(), &length);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (unsigned int i = 0; i < length; ++i) {
    out += digits[digest[i] >> 4U];
    out += digits[digest[i] & 0x0FU];
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

}  // namespace readout::base
