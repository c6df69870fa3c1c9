// What the codes of acts stand for: data/codes/cameo.tsv, one CAMEO code a line with its name, PLOVER type, quad class
// and Goldstein value.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "readout/result.hpp"

namespace readout::base {

struct Code {
  std::string code;                         // "041"; text, because "010" is not 10
  std::string name;                         // "talk by telephone"
  std::string plover_type;                  // "CONSULT"; empty for plain comment (01x)
  std::string plover_mode;                  // "phone"; may be empty
  std::vector<std::string> plover_context;  // "diplomatic", "legal", …; may be empty
  std::string quad;      // "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"
  double goldstein = 0;  // −10 … 10
};

class Codes {
 public:
  // Reads data/codes/cameo.tsv. A code without a Goldstein value has that of the code one digit shorter.
  static Result<Codes> load(const std::filesystem::path& data);

  // The code itself; nullptr when CAMEO has no such code.
  [[nodiscard]] const Code* find(std::string_view cameo) const;

  // In order of the codes' text.
  [[nodiscard]] const std::map<std::string, Code, std::less<>>& all() const { return codes_; }

 private:
  std::map<std::string, Code, std::less<>> codes_;
};

}  // namespace readout::base
