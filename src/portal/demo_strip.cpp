#include "portal/demo_strip.hpp"

#include "engine/people.hpp"

#include <algorithm>

namespace keyrack::portal {

namespace {

constexpr int days_before = 365;
constexpr int years_after = 4;

class Marks
{
public:
    explicit Marks(Scene const& scene, Date first, Date last) : m_scene(scene), m_first(first), m_last(last) { }

    [[nodiscard]] std::vector<DemoMark> gathered()
    {
        add_invitations();
        add_orders();
        add_spares();
        std::ranges::stable_sort(m_marks, {}, &DemoMark::on);
        return std::move(m_marks);
    }

private:
    // What happens on the day, and why.
    struct Told
    {
        std::string text, why;
    };

    void add(std::string key, Date on, Tone tone, Told told, ScreenRoute screen)
    {
        if (on < m_first || m_last < on) return;
        auto const as_of = on == m_scene.today ? std::nullopt : std::optional { on };
        m_marks.push_back({ std::move(key), on, tone, std::move(told.text), std::move(told.why),
            m_scene.words.short_date(on), fragment_of(TenantRoute { m_scene.route.slug, as_of, std::move(screen) }) });
    }

    // D20: the last day on which its link lets somebody in, as everywhere else.
    void add_invitations()
    {
        for (auto const& row : m_scene.ledger().invitations().rows()) {
            if (row.state != engine::InvitationState::sent) continue;
            auto const last = engine::last_day_of(m_scene.catalogue(), row);
            auto const days = m_scene.words.number((last - row.sent_on).count());
            auto const text = m_scene.words(
                "demo.mark.invitation", { { "name", row.name.empty() ? row.email : row.name }, { "day", days } });
            add("invitation:" + row.key, last, Tone::ending,
                { text, std::string { m_scene.words("demo.why.invitation") } }, PeopleRoute { .person = row.email });
        }
    }

    // R39: the day on which a term starts by itself, and the day on which it is over.
    void add_orders()
    {
        auto const& orders = m_scene.ledger().orders().rows();
        for (std::uint32_t row = 0; row < orders.size(); ++row) {
            auto const id = OrderId::of_row(row);
            auto const& order = orders[row];
            if (order.standing != engine::Standing::valid) continue;
            auto const status = engine::status_of(m_scene.ledger(), m_scene.catalogue(), id, m_scene.today);
            if (status.state == engine::OrderState::cancelled) continue;
            auto const& start = status.term.from;
            if (status.first_assigned == never || start < status.first_assigned)
                add("start:" + order.key, start, Tone::planned,
                    { m_scene.words("demo.mark.start",
                          { { "order", order.key },
                              { "day", m_scene.words.number((start - order.purchased_on).count()) } }),
                        std::string { m_scene.words("demo.why.start") } },
                    OrdersRoute { .order = order.key });
            add("end:" + order.key, status.term.to, Tone::missing,
                { m_scene.words("demo.mark.end", { { "order", order.key } }),
                    std::string { m_scene.words("demo.why.end") } },
                OrdersRoute { .order = order.key });
        }
    }

    // R90, D8: each full fifty licences earn one more than was ever earned.
    void add_spares()
    {
        auto const spares = m_scene.views.spares(m_scene.session, m_last);
        auto const* const programme = spare_programme();
        if (!programme) return;
        std::int64_t earned = 0;
        for (auto const& step : spares->steps) {
            if (step.entitled <= earned) continue;
            earned = step.entitled;
            auto const each = programme->licences_per_spare->value;
            add("spare:" + std::to_string(earned), step.on, Tone::covered,
                { m_scene.words.plural(
                      "demo.mark.spare", earned, { { "licences", m_scene.words.number(earned * each) } }),
                    m_scene.words("demo.why.spare", { { "licences", m_scene.words.number(each) } }) },
                OrdersRoute { .spares = SparesProof::open });
        }
    }

    [[nodiscard]] catalogue::Programme const* spare_programme() const
    {
        for (auto const& each : m_scene.catalogue().programmes())
            if (each.licences_per_spare) return &each;
        return nullptr;
    }

    Scene const& m_scene;
    Date m_first, m_last;
    std::vector<DemoMark> m_marks {};
};

std::vector<std::pair<Date, std::string>> years_between(Date first, Date last)
{
    std::vector<std::pair<Date, std::string>> result;
    auto const begin = std::chrono::year_month_day { first }.year();
    auto const end = std::chrono::year_month_day { last }.year();
    for (auto year = begin; year <= end; ++year) {
        Date const day { year / std::chrono::January / 1 };
        if (first <= day && day <= last) result.emplace_back(day, std::to_string(static_cast<int>(year)));
    }
    return result;
}

} // namespace

DemoStripModel demo_strip(Scene const& scene)
{
    DemoStripModel result;
    result.first = plus_days(scene.today, -days_before);
    result.last = plus_years(scene.today, years_after);
    result.today = scene.today;
    result.day = std::clamp(scene.day(), result.first, result.last);
    result.value = scene.words.short_date(scene.day());
    result.marks = Marks { scene, result.first, result.last }.gathered();
    result.years = years_between(result.first, result.last);
    return result;
}

} // namespace keyrack::portal
