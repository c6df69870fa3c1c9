// The words for the currency's own kinds, as records and tables spell them.
#include <array>
#include <cstddef>
#include <string_view>

#include "readout/actors.hpp"
#include "readout/acts.hpp"
#include "readout/compare.hpp"
#include "readout/times.hpp"

namespace readout {

namespace {

// Total: a value beyond the names gives the last one.
template <std::size_t N, typename Kind>
std::string_view name_in(const std::array<std::string_view, N>& names, Kind kind) {
  const auto at = static_cast<std::size_t>(kind);
  return names[at < N ? at : N - 1];
}

constexpr std::array<std::string_view, 7> actor_kinds = {"person", "state", "institution", "organization",
                                                         "outlet", "group", "place"};
constexpr std::array<std::string_view, 3> time_anchors = {"none", "document", "unresolved"};
constexpr std::array<std::string_view, 9> act_statuses = {
    "happened", "ongoing", "habitual", "planned", "requested", "conditional", "denied", "failed", "presupposed"};
constexpr std::array<std::string_view, 3> statement_forms = {"direct", "mixed", "indirect"};

}  // namespace

std::string_view name_of(ActorKind kind) {
  return name_in(actor_kinds, kind);
}
std::string_view name_of(TimeAnchor anchor) {
  return name_in(time_anchors, anchor);
}
std::string_view name_of(ActStatus status) {
  return name_in(act_statuses, status);
}
std::string_view name_of(StatementForm form) {
  return name_in(statement_forms, form);
}

std::string_view name_of(Alignment alignment) {
  switch (alignment) {
    case Alignment::converges:
      return "converges";
    case Alignment::diverges:
      return "diverges";
    case Alignment::first_only:
      return "first only";
    case Alignment::second_only:
      return "second only";
    case Alignment::mixed:
      break;
  }
  return "mixed";
}

}  // namespace readout
