// The rules behind a briefing's sections.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/state.hpp"

namespace readout::desk {

// The same act of the same day by the same hands, told by several reports, is one line; the first telling stands for
// all.
[[nodiscard]] std::vector<Line> told_once(const std::vector<Line>& lines);

// Whether the report tells of its own days: no more than 180 before its date.
[[nodiscard]] bool is_news(const Line& line);

// The first time that a party takes a kind of position toward the other (agrees, supports, yields, asks or demands,
// accuses, rejects, threatens, protests, sanctions), as far as the store goes back. `events` in the order of days.
[[nodiscard]] std::vector<Line> new_positions(const std::vector<Line>& events);

// The first time that two named persons of the two parties are told to have met or talked.
Result<std::vector<Line>> first_contacts(Desk::State& state, const std::vector<Found>& acts,
                                         const std::vector<Line>& lines);

// Pairs of lines that cannot both be so: an act that one account tells and another denies, within three days; an
// accusation and the denial by the accused.
[[nodiscard]] std::vector<Line> contradictions(const std::vector<Line>& lines, const Period& period);

// The first sentence that names both parties, else the first that names the second.
[[nodiscard]] std::optional<Span> where_both_stand(const Record& record, const std::string& a, const std::string& b);

}  // namespace readout::desk
