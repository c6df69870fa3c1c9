// A line of an answer in words, the same in the text view and in pages.
#pragma once

#include <string>

#include "readout/answer.hpp"

namespace readout::outputs {

// "United States → Iran: impose sanctions (planned)"; "Mike Pompeo — said, to Iran".
[[nodiscard]] std::string headline_of(const Line& line);
// "3 Jan 2019", "2018", "1 May – 9 Sep 2021"; the report's day where it gives no other.
[[nodiscard]] std::string when_of(const Line& line);
// "according to Xinhua › Xi Jinping"; empty when it is the report's own voice.
[[nodiscard]] std::string account_of(const Line& line);
// "Title, Outlet, 3 Jan 2019 · told by 3 reports"; without a title the report's name, without an outlet the host of
// its address.
[[nodiscard]] std::string source_of(const Line& line);
// "None found." and what it means, for a section without a line.
[[nodiscard]] std::string nothing_in();

}  // namespace readout::outputs
