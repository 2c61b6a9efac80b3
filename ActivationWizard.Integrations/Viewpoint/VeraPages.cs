using System.Globalization;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// The pages of one list while they are read. Between two pages a register goes on changing: a message may come twice or be
/// passed over, and a server that stops early looks like one that is ready.
/// </summary>
internal sealed class VeraPages<T>
{
    private readonly OrderedDictionary<string, (string Fingerprint, T Value)> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);
    private int _pages;
    private int? _total;
    private bool _contradicts;

    /// <summary>The cursor of the next page; null when there is none.</summary>
    public string? Next { get; private set; }

    /// <summary>What was found so far; of a message that came twice the first.</summary>
    public IReadOnlyList<T> Found => [.. _found.Values.Select(one => one.Value)];

    /// <summary>
    /// True when the number of messages is the number that the system says there are; where it says none, when one page was all.
    /// </summary>
    public bool IsWhole => !_contradicts && (_total is { } total ? total == _found.Count : _pages is 1);

    /// <summary>True when two readings of which nobody knows the number found the same messages.</summary>
    public bool IsSameAs(VeraPages<T> other) =>
        !_contradicts && !other._contradicts && _total is null && other._total is null
        && _found.Count == other._found.Count
        && _found.All(one => other._found.TryGetValue(one.Key, out var same) && same.Fingerprint == one.Value.Fingerprint);

    /// <summary>Takes a page. False when its cursor came before: such a list has no end.</summary>
    /// <param name="messages">Each with its id, or null where that cannot be read.</param>
    /// <param name="total">How many there are in all, as the system says; null, and what is no number, for not said.</param>
    /// <param name="cursor">Null or empty on the last page.</param>
    public bool TryAdd(IEnumerable<(string? Id, string Fingerprint, T Value)> messages, string? total, string? cursor)
    {
        _pages++;
        foreach (var (id, fingerprint, value) in messages)
        {
            if (!_found.TryAdd(string.IsNullOrWhiteSpace(id) ? fingerprint : id, (fingerprint, value)))
                _contradicts |= !string.IsNullOrWhiteSpace(id) && _found[id].Fingerprint != fingerprint;
        }

        var said = int.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        _contradicts |= _pages > 1 && said != _total;
        _total = said;
        Next = string.IsNullOrEmpty(cursor) ? null : cursor;
        return Next is null || _cursors.Add(Next);
    }
}
