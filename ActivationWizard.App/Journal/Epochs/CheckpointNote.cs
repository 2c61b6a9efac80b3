using System.Globalization;
using System.Text;
using System.Text.Json;
using ActivationWizard.App.Journal.Integrity;

namespace ActivationWizard.App.Journal.Epochs;

/// <summary>The head of a case's chain, as it was noted: the version, and the hash of that event in base64.</summary>
public sealed record NotedHead(int Version, string Hash);

/// <summary>How far a database was, noted outside it; nothing of any tenant.</summary>
/// <param name="Installation">Whose it is, as keys have it.</param>
/// <param name="Epoch">The number of the epoch that ran.</param>
/// <param name="Beat">How often an instance had noted in the database that it was at work.</param>
/// <param name="Ordinal">The highest case number of the year that this process knows.</param>
/// <param name="Heads">The versions of the cases that this process wrote to last.</param>
public sealed record CheckpointNote(
    string Installation, int Epoch, long Beat, int Ordinal, IReadOnlyDictionary<long, int> Heads)
{
    private const string Purpose = "checkpoint";

    /// <summary>When it was noted; null in a note of a version that sealed none.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The last case number that was drawn, by year.</summary>
    public IReadOnlyDictionary<int, int> Counters { get; init; } = new Dictionary<int, int>();

    /// <summary>The heads of the chains of the same cases, as the database had them.</summary>
    public IReadOnlyDictionary<long, NotedHead> Chains { get; init; } = new Dictionary<long, NotedHead>();

    /// <summary>The number of the last access record.</summary>
    public long Accesses { get; init; }

    /// <summary>Its seal, in base64; empty when there was none.</summary>
    public string LastAccess { get; init; } = "";

    /// <summary>How many cases were erased.</summary>
    public int Erasures { get; init; }

    /// <summary>Over all of the above; null in a note of a version that sealed none.</summary>
    public string? Seal { get; init; }

    /// <summary>The same with its seal.</summary>
    public CheckpointNote Sealed(RecordSeals seals) => this with { Seal = seals.OfText(Purpose, Text()) };

    /// <summary>True when it was sealed by this master key, and is as it was.</summary>
    public bool IsSealed(RecordSeals seals) => Seal is not null && Seal == seals.OfText(Purpose, Text());

    /// <summary>As it is kept and sent.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>Null for what is no note.</summary>
    public static CheckpointNote? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<CheckpointNote>(bytes) is { Installation: not null, Heads: not null } note
                && note is { Counters: not null, Chains: not null, LastAccess: not null }
                && note.Chains.Values.All(head => head is { Hash: not null })
                ? note
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // In one order, whatever that of the file is.
    private string Text()
    {
        var text = new StringBuilder();
        Add($"{Installation}\n{Epoch}\n{Beat}\n{Ordinal}\n{At?.UtcTicks}\n{Accesses}\n{LastAccess}\n{Erasures}\n");
        foreach (var (@case, version) in Heads.OrderBy(one => one.Key))
            Add($"head {@case} {version}\n");
        foreach (var (year, last) in Counters.OrderBy(one => one.Key))
            Add($"counter {year} {last}\n");
        foreach (var (@case, head) in Chains.OrderBy(one => one.Key))
            Add($"chain {@case} {head.Version} {head.Hash}\n");
        return text.ToString();

        void Add(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));
    }
}
