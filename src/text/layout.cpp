// Lines → pieces → blocks. The lines above the first paragraph are looked at for a date, a byline and the outlet's
// name; the first paragraph for a dateline; every short line for being a heading, a list item, a caption or a credit.
#include "text/layout.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "text/character.hpp"
#include "text/dateline.hpp"
#include "text/furniture.hpp"
#include "text/lines.hpp"

namespace readout::text {

namespace {

constexpr std::size_t head_pieces = 8;       // a dateline or byline stands among these
constexpr std::size_t long_paragraph = 400;  // bytes: such a one ends a list of sources

class Builder {
 public:
  Builder(const Report& report, const Lexicon& lexicon) : report_(report), text_(report.text), lexicon_(lexicon) {}

  Layout build() {
    find_pieces(take_title());
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      take(i);
    }
    return std::move(layout_);
  }

  // The same blocks, but with what build() puts aside: the head line, datelines, bylines, list marks.
  Layout build_whole() {
    const Span body = take_title();
    const std::uint32_t head = layout_.blocks.empty() ? body.begin : layout_.blocks.front().span.begin;
    if (head > 0) {
      const auto titles = std::exchange(layout_.blocks, {});
      add({0, head}, BlockKind::heading);
      layout_.blocks.insert(layout_.blocks.end(), titles.begin(), titles.end());
    }
    find_pieces(body);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const std::size_t before = layout_.blocks.size();
      take(i);
      if (layout_.blocks.size() == before) {
        add(pieces_[i].span, BlockKind::credit);
      } else {
        layout_.blocks.back().span = pieces_[i].span;
      }
    }
    return std::move(layout_);
  }

 private:
  [[nodiscard]] std::string_view words(Span span) const { return slice(text_, span); }

  void find_pieces(Span body) {
    auto lines = find_lines(text_, body);
    for (Line& line : lines) {
      line.apart = stands_apart(line);
    }
    pieces_ = join_lines(text_, lines);
    body_ = slice(text_, body);
  }

  void add(Span span, BlockKind kind) {
    const auto inner = trimmed(words(span));
    if (!inner.empty()) {
      const auto begin = static_cast<std::uint32_t>(inner.data() - text_.data());
      layout_.blocks.push_back({{begin, begin + static_cast<std::uint32_t>(inner.size())}, kind});
    }
  }

  // The body without a title that stands at its beginning. A caller's spans are taken only when they fit the text.
  Span take_title() {
    const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(text_.size(), UINT32_MAX));
    Span body{std::min(report_.body_begin, size), std::min(report_.body_end, size)};
    body.end = std::max(body.begin, body.end);
    while (!base::is_boundary(text_, body.begin) && body.begin < body.end) ++body.begin;
    while (!base::is_boundary(text_, body.end) && body.end > body.begin) --body.end;
    const Span title = report_.title_span;
    if (!title.empty() && title.end <= size && base::is_boundary(text_, title.begin) &&
        base::is_boundary(text_, title.end)) {
      add(title, BlockKind::title);
      body.begin = std::max(body.begin, title.end);
      body.end = std::max(body.begin, body.end);
    }
    return body;
  }

  [[nodiscard]] bool stands_apart(const Line& line) const {
    const auto content = words(line.span);
    return list_mark(content) > 0 || is_credit(content, lexicon_) || is_byline(content, lexicon_) ||
           is_section_head(content, lexicon_) || date_line(text_, line.span, report_.date, lexicon_).has_value();
  }

  void take(std::size_t i) {
    const Piece& piece = pieces_[i];
    const auto content = words(piece.span);
    if (in_sources_ && content.size() < long_paragraph) {
      return add(piece.span, BlockKind::credit);
    }
    in_sources_ = false;
    if (take_furniture(i, content)) {
      return;
    }
    if (const std::size_t mark = list_mark(content); mark > 0) {
      return add({piece.span.begin + static_cast<std::uint32_t>(mark), piece.span.end}, BlockKind::list_item);
    }
    if (is_report_title(i, content)) {
      return add(piece.span, BlockKind::title);
    }
    if (is_legend(i, content)) {
      return add(piece.span, BlockKind::caption);
    }
    if (is_heading(i, content)) {
      return add(piece.span, BlockKind::heading);
    }
    add(behind_dateline(i), BlockKind::paragraph);
    seen_paragraph_ = true;
  }

  // Dates, bylines, publisher lines, captions, credits and the heads of source lists.
  bool take_furniture(std::size_t i, std::string_view content) {
    const Span span = pieces_[i].span;
    if (!seen_paragraph_ && i < head_pieces && layout_.dateline.empty()) {
      if (const auto date = date_line(text_, span, report_.date, lexicon_)) {
        set_dateline(*date);
        return true;
      }
    }
    if (is_section_head(content, lexicon_) && seen_paragraph_ && i + 1 < pieces_.size()) {
      in_sources_ = true;
      add(span, BlockKind::credit);
      return true;
    }
    const bool last = i + 1 == pieces_.size();
    if (layout_.publisher.empty() && (!seen_paragraph_ || last) && is_publisher(content, report_.outlet, lexicon_)) {
      layout_.publisher = span;
      return true;
    }
    const bool bare = !seen_paragraph_ && i < head_pieces && is_bare_byline(content, body_, lexicon_);
    if (bare || is_byline(content, lexicon_)) {
      if (!layout_.byline.empty()) {
        add(span, BlockKind::credit);
      } else {
        layout_.byline = span;
      }
      return true;
    }
    if (is_caption(content, lexicon_)) {
      add(span, BlockKind::caption);
      return true;
    }
    if (is_credit(content, lexicon_)) {
      add(span, BlockKind::credit);
      return true;
    }
    return false;
  }

  void set_dateline(const Dateline& found) {
    layout_.dateline = found.span;
    layout_.dateline_place = found.place;
    layout_.dateline_agency = found.agency;
    layout_.dateline_date_span = found.date_span;
    layout_.dateline_date = found.date;
  }

  // A line that is only a date gives way to a full dateline below it.
  Span behind_dateline(std::size_t i) {
    Span span = pieces_[i].span;
    const bool open = layout_.dateline.empty() || layout_.dateline_place.empty();
    if (paragraphs_++ < 2 && i < head_pieces + 2 && open) {
      if (const auto found = dateline_at(text_, span, report_.date, lexicon_)) {
        set_dateline(*found);
        span.begin = found->span.end;
      }
    }
    return span;
  }

  [[nodiscard]] bool is_report_title(std::size_t i, std::string_view content) const {
    if (seen_paragraph_ || !layout_.blocks.empty() || !report_.title_span.empty()) {
      return false;
    }
    if (!report_.title.empty()) {
      return content == trimmed(report_.title);
    }
    return i < 3 && pieces_[i].blank_after && i + 1 < pieces_.size() && is_title_like(content, 24, 200) &&
           !dateline_at(text_, pieces_[i].span, report_.date, lexicon_);
  }

  // A short line right above "Image: …".
  [[nodiscard]] bool is_legend(std::size_t i, std::string_view content) const {
    return i + 1 < pieces_.size() && !pieces_[i].blank_after && content.size() < 240 &&
           is_picture_credit(words(pieces_[i + 1].span), lexicon_);
  }

  // A short line without a final stop, before a longer piece.
  [[nodiscard]] bool is_heading(std::size_t i, std::string_view content) const {
    const Piece& piece = pieces_[i];
    return piece.one_line && i + 1 < pieces_.size() && is_title_like(content, 14, 110) &&
           pieces_[i + 1].span.size() > piece.span.size() && !dateline_at(text_, piece.span, report_.date, lexicon_);
  }

  const Report& report_;
  std::string_view text_;
  const Lexicon& lexicon_;
  Layout layout_;
  std::string_view body_;
  std::vector<Piece> pieces_;
  std::size_t paragraphs_ = 0;
  bool seen_paragraph_ = false;
  bool in_sources_ = false;
};

}  // namespace

Layout lay_out(const Report& report, const Lexicon& lexicon) {
  return Builder(report, lexicon).build();
}

Layout lay_out_whole(const Report& report, const Lexicon& lexicon) {
  return Builder(report, lexicon).build_whole();
}

}  // namespace readout::text
