using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// What was out of the ordinary in a case, as one number that a list can be filtered by. The values are in the database.
/// </summary>
[Flags]
public enum CaseSigns
{
    None = 0,

    /// <summary>A person chose otherwise than was proposed.</summary>
    Deviation = 1,

    /// <summary>A step was done by hand.</summary>
    ByHand = 2,

    /// <summary>Something went wrong.</summary>
    Fault = 4,

    /// <summary>It was <em>controle nodig</em> once.</summary>
    Attention = 8,

    Umbrella = 16,
    Viewpoint = 32,
    Postex = 64,
    Mailbox = 128,

    /// <summary>Somebody gave it back to the list undone.</summary>
    Skipped = 256,

    /// <summary>A team lead was asked something and has not answered; only while the case is open.</summary>
    AsksTeamLead = 512,

    /// <summary>It ended with a reply that came back.</summary>
    Returned = 1024,
}

/// <summary>Between the marks of a case, their signs, and the text that keeps how many of each there were.</summary>
public static class MarksColumns
{
    private static readonly ForeignSystem[] Systems = Enum.GetValues<ForeignSystem>();

    /// <summary>The signs of a summary.</summary>
    public static CaseSigns SignsOf(CaseSummary summary)
    {
        var signs = summary.HasDeviation ? CaseSigns.Deviation : CaseSigns.None;
        if (summary.WasSkipped)
            signs |= CaseSigns.Skipped;
        if (summary.AsksTeamLead)
            signs |= CaseSigns.AsksTeamLead;
        if (summary.WasReturned)
            signs |= CaseSigns.Returned;
        if (summary.HasManualStep)
            signs |= CaseSigns.ByHand;
        if (summary.Marks.NeededAttention)
            signs |= CaseSigns.Attention | CaseSigns.Fault;
        foreach (var system in Systems.Where(system => summary.Marks[system].Faults > 0))
            signs |= CaseSigns.Fault | SignOf(system);
        return signs;
    }

    /// <summary>The sign of a fault in a system.</summary>
    public static CaseSigns SignOf(ForeignSystem system) => system switch
    {
        ForeignSystem.Umbrella => CaseSigns.Umbrella,
        ForeignSystem.Viewpoint => CaseSigns.Viewpoint,
        ForeignSystem.Postex => CaseSigns.Postex,
        _ => CaseSigns.Mailbox,
    };

    /// <summary>How many of each, in the order of the systems: <c>0.0.0 0.0.0 3.2.1 0.0.0</c>; null for none at all.</summary>
    public static string? TextOf(CaseMarks marks) => Systems.All(system => marks[system].IsNone)
        ? null
        : string.Join(' ', Systems.Select(system => $"{marks[system].Faults}.{marks[system].Retries}.{marks[system].ByHand}"));

    /// <summary>The marks of a row. Throws <see cref="FormatException"/> for a text that is not one of these.</summary>
    public static CaseMarks Read(string? text, CaseSigns signs)
    {
        var neededAttention = signs.HasFlag(CaseSigns.Attention);
        if (text is null)
            return CaseMarks.None with { NeededAttention = neededAttention };
        return text.Split(' ') is [var umbrella, var viewpoint, var postex, var mailbox]
            ? new CaseMarks(One(umbrella), One(viewpoint), One(postex), One(mailbox), neededAttention)
            : throw new FormatException("Marks are of four systems.");
    }

    private static SystemMarks One(string text) => text.Split('.') is [var faults, var retries, var byHand]
        ? new SystemMarks(Number(faults), Number(retries), Number(byHand))
        : throw new FormatException("A system has three marks.");

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
