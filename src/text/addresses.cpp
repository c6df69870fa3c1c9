// A chunk (what stands between blanks) is measured once and remembered: a megabyte without a blank costs one pass.
#include "text/addresses.hpp"

#include <algorithm>
#include <array>

#include "text/character.hpp"

namespace readout::text {

namespace {

constexpr std::size_t longest_host = 255;

bool is_mail_local(char c) {
  const auto kind =
      static_cast<unsigned char>(c) < 0x80 ? detail::ascii[static_cast<unsigned char>(c)] : CharKind::symbol;
  return is_word(kind) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

// The stops, brackets and quotation marks after an address belong to the sentence.
std::size_t without_tail(std::string_view text, std::size_t begin, std::size_t end) {
  const auto address = text.substr(begin, end - begin);
  auto open = std::count(address.begin(), address.end(), '(') - std::count(address.begin(), address.end(), ')');
  while (end > begin) {
    const Character c = character_before(text, end);
    const bool balanced = c.value == ')' && open >= 0;
    const bool tail = is_stop(c.value) || is_closer(c.value) || c.value == ',' || c.value == ';' || c.value == ':' ||
                      c.value == '"' || c.value == '\'' || c.value == '>' || c.kind == CharKind::ignorable;
    if (!tail || balanced) {
      break;
    }
    open += c.value == ')' ? 1 : 0;
    end -= c.length;
  }
  return end;
}

bool starts_folded(std::string_view text, std::string_view lower) {
  return equals_folded(text.substr(0, lower.size()), lower);
}

}  // namespace

std::size_t Addresses::chunk_end(std::size_t at) {
  if (at < chunk_end_) {
    return chunk_end_;
  }
  chunk_has_at_ = chunk_has_slash_ = false;
  std::size_t end = at;
  for (Character c = character_at(text_, end); c.length > 0 && c.kind != CharKind::blank;
       c = character_at(text_, end)) {
    chunk_has_at_ = chunk_has_at_ || c.value == '@';
    chunk_has_slash_ = chunk_has_slash_ || c.value == '/';
    end += c.length;
  }
  return chunk_end_ = end;
}

std::size_t Addresses::end_of(std::size_t at) {
  const std::size_t end = chunk_end(at);
  const auto rest = text_.substr(at, std::min<std::size_t>(end - at, 8));
  const bool scheme = chunk_has_slash_ && (starts_folded(rest, "http://") || starts_folded(rest, "https://") ||
                                           starts_folded(rest, "ftp://"));
  if (scheme || starts_folded(rest, "www.") || (chunk_has_at_ && starts_folded(rest, "mailto:"))) {
    const std::size_t trimmed_end = without_tail(text_, at, end);
    return trimmed_end > at ? trimmed_end : at;
  }
  if (chunk_has_at_ && at >= no_mail_before_) {
    if (const std::size_t mail = mail_end(at); mail > at) {
      return mail;
    }
  }
  return chunk_has_slash_ ? host_end(at) : at;
}

std::size_t Addresses::mail_end(std::size_t at) {
  std::size_t sign = at;
  while (sign < chunk_end_ && is_mail_local(text_[sign])) {
    ++sign;
  }
  if (sign == at || sign >= chunk_end_ || text_[sign] != '@' || !is_word(character_at(text_, sign + 1).kind)) {
    no_mail_before_ = sign;
    return at;
  }
  std::size_t end = sign + 1;
  while (end < chunk_end_ && is_mail_local(text_[end])) {
    ++end;
  }
  return without_tail(text_, at, end);
}

// example.com/page: a known host ending before a slash.
std::size_t Addresses::host_end(std::size_t at) {
  if (at < no_host_before_) {
    return at;
  }
  std::size_t end = at;
  std::size_t label = at;
  const std::size_t reach = std::min(chunk_end_, at + longest_host);
  while (end < reach && is_mail_local(text_[end])) {
    label = text_[end] == '.' ? end + 1 : label;
    ++end;
  }
  if (label == at || end >= reach || text_[end] != '/' ||
      !lexicon_.domains.contains(text_.substr(label, end - label))) {
    no_host_before_ = end;
    return at;
  }
  return without_tail(text_, at, chunk_end_);
}

std::size_t Addresses::smiley_end(std::size_t at, bool glued) const {
  constexpr std::array<std::string_view, 17> smileys = {":-)", ";-)", ":-(", ":-D", ":-P", ":)",  ";)",  ":(", ":D",
                                                        ":P",  ":O",  ":/",  "=)",  "=(",  "^_^", ":))", "(:"};
  if (glued) {
    return at;
  }
  for (const auto smiley : smileys) {
    const std::size_t end = at + smiley.size();
    const Character after = character_at(text_, end);
    if (text_.substr(at, smiley.size()) == smiley && (after.kind == CharKind::blank || is_stop(after.value))) {
      return end;
    }
  }
  return at;
}

}  // namespace readout::text
