#pragma once
// Which members belong to which owner, as links in plain vectors: a copy is a copy of memory, a step is one read.

#include "base/id.hpp"
#include "base/verify.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace keyrack::engine {

// The members of one owner, for a range-based for. Valid until the ledger changes.
template <class Member>
class Links
{
public:
    class Iterator
    {
    public:
        using value_type = Member;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        Iterator(Member at, Member const* nexts) : m_at(at), m_nexts(nexts) { }
        [[nodiscard]] Member operator*() const { return m_at; }
        Iterator& operator++()
        {
            m_at = m_nexts[m_at.row()];
            return *this;
        }
        Iterator operator++(int)
        {
            auto const before = *this;
            ++*this;
            return before;
        }
        [[nodiscard]] bool operator==(std::default_sentinel_t) const { return !m_at.exists(); }

    private:
        Member m_at;
        Member const* m_nexts = nullptr;
    };

    Links(Member first, std::vector<Member> const& nexts) : m_first(first), m_nexts(nexts.data()) { }
    [[nodiscard]] Iterator begin() const { return { m_first, m_nexts }; }
    [[nodiscard]] std::default_sentinel_t end() const { return {}; }

private:
    Member m_first;
    Member const* m_nexts;
};

// Members that never leave their owner, latest first. Members are added in the order of their rows.
template <class Owner, class Member>
class Chain
{
public:
    void add(Member member, Owner owner)
    {
        grow_to(m_firsts, owner.row());
        grow_to(m_nexts, member.row());
        m_nexts[member.row()] = m_firsts[owner.row()];
        m_firsts[owner.row()] = member;
    }

    // Takes out the member that was added last of all.
    void take_last(Member member, Owner owner)
    {
        VERIFY(m_firsts[owner.row()] == member);
        m_firsts[owner.row()] = m_nexts[member.row()];
        m_nexts.resize(member.row());
    }

    void reserve(std::size_t owners, std::size_t members)
    {
        m_firsts.reserve(owners);
        m_nexts.reserve(members);
    }

    [[nodiscard]] std::size_t size() const { return m_nexts.size(); } // members
    [[nodiscard]] bool has(Owner owner) const
    {
        return owner.row() < m_firsts.size() && m_firsts[owner.row()].exists();
    }
    [[nodiscard]] Links<Member> of(Owner owner) const
    {
        return { owner.row() < m_firsts.size() ? m_firsts[owner.row()] : Member::none(), m_nexts };
    }

private:
    static void grow_to(std::vector<Member>& links, std::size_t row)
    {
        if (links.size() <= row) links.resize(row + 1, Member::none());
    }

    std::vector<Member> m_firsts; // by owner
    std::vector<Member> m_nexts;  // by member
};

// Members that may leave, linked both ways; their order says nothing.
template <class Owner, class Member>
class Gathering
{
public:
    void add(Member member, Owner owner)
    {
        if (!owner.exists()) return;
        grow_to(m_firsts, owner.row());
        grow_to(m_nexts, member.row());
        grow_to(m_befores, member.row());
        Member const second = m_firsts[owner.row()];
        m_nexts[member.row()] = second;
        m_befores[member.row()] = Member::none();
        if (second.exists()) m_befores[second.row()] = member;
        m_firsts[owner.row()] = member;
    }

    void remove(Member member, Owner owner)
    {
        if (!owner.exists()) return;
        Member const before = m_befores[member.row()];
        Member const next = m_nexts[member.row()];
        (before.exists() ? m_nexts[before.row()] : m_firsts[owner.row()]) = next;
        if (next.exists()) m_befores[next.row()] = before;
    }

    void reserve(std::size_t owners, std::size_t members)
    {
        m_firsts.reserve(owners);
        m_nexts.reserve(members);
        m_befores.reserve(members);
    }

    [[nodiscard]] Links<Member> of(Owner owner) const
    {
        return { owner.row() < m_firsts.size() ? m_firsts[owner.row()] : Member::none(), m_nexts };
    }

private:
    static void grow_to(std::vector<Member>& links, std::size_t row)
    {
        if (links.size() <= row) links.resize(row + 1, Member::none());
    }

    std::vector<Member> m_firsts; // by owner
    std::vector<Member> m_nexts;  // by member
    std::vector<Member> m_befores;
};

} // namespace keyrack::engine
