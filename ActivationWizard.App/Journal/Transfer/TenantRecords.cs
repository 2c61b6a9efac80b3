using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>
/// Everything that is known about one tenant, for a tenant who asks. Which cases are the tenant's follows from their events: by
/// the party that Viewpoint gave, or by name with date of birth or relation number. Nobody else of the household is in it.
/// </summary>
public sealed class TenantRecords(
    IDbContextFactory<JournalContext> contexts, CaseReading reading, TenantNotes notes, CaseAccesses accesses,
    CasePseudonyms pseudonyms)
{
    /// <summary>The most cases that one name is looked for in.</summary>
    public const int MostCases = 1_000;

    /// <summary>
    /// The tenant's cases, in order; empty when there are none. For who answers such requests: throws <see
    /// cref="UnauthorizedAccessException"/> for anybody else. That it was put together is written down with each case first.
    /// </summary>
    public async Task<IReadOnlyList<TenantCase>> FindAsync(
        TenantQuestion question, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.AnswerAccessRequest);
        return await PutTogetherAsync(question, actor, cancellation);
    }

    /// <summary>The same for whoever runs commands on the machine itself, by the name there.</summary>
    public Task<IReadOnlyList<TenantCase>> FindByCommandAsync(
        TenantQuestion question, string account, CancellationToken cancellation) =>
        PutTogetherAsync(question, new Actor(account, account, Role.SystemManager), cancellation);

    private async Task<IReadOnlyList<TenantCase>> PutTogetherAsync(
        TenantQuestion question, Actor actor, CancellationToken cancellation)
    {
        if (!question.IsEnough)
            return [];
        var cases = await CasesAsync(question, cancellation);
        await accesses.RecordAsync(
            [.. cases.Select(one => one.Number)], AccessKind.AccessRequest, AccessGround.AccessRequest, null, actor,
            cancellation);
        if (cases.Count is 0)
            await accesses.RecordFileAsync(AccessKind.AccessRequest, AccessGround.AccessRequest, 0, actor, cancellation);
        var found = new List<TenantCase>(cases.Count);
        foreach (var raw in cases)
            found.Add(await notes.WithAsync(raw, cancellation));
        return found;
    }

    private async Task<IReadOnlyList<RawCase>> CasesAsync(TenantQuestion question, CancellationToken cancellation)
    {
        var own = new List<RawCase>();
        if (question.Number is { } number)
        {
            var raw = await reading.ReadAsync(number, cancellation);
            if (raw.Entries.Count > 0 || raw.Break is not null)
                own.Add(raw);
        }
        else
        {
            foreach (var one in await NamedAsync(question.Name!, cancellation))
            {
                var raw = await reading.ReadAsync(one, cancellation);
                if (raw.Case is { } activation && IsMeant(activation, question))
                    own.Add(raw);
            }
        }

        foreach (var party in own.Select(raw => PartyOf(raw.Case)).OfType<string>().Distinct().ToList())
        {
            foreach (var one in (await OfPartyAsync(party, cancellation)).Where(one => own.All(raw => raw.Number != one)))
            {
                var raw = await reading.ReadAsync(one, cancellation);
                if (raw.Case is { } activation && (PartyOf(activation) ?? activation.PartyId) == party)
                    own.Add(raw);
            }
        }

        return [.. own.OrderBy(raw => CaseKey.Of(raw.Number))];
    }

    // Viewpoint's id, and nothing that stands in for it: that is a household's.
    private static string? PartyOf(ActivationCase? activation) =>
        activation?.Facts.Person.Value?.Party is { Id.Length: > 0 } party ? party.Id : null;

    private static bool IsMeant(ActivationCase activation, TenantQuestion question)
    {
        var (request, party) = (activation.Request, activation.Facts.Person.Value?.Party);
        return Fits(question.BirthDate, request.BirthDate, party?.BirthDate)
            && Fits(question.PartyCode?.Trim().ToUpperInvariant(), request.PartyCode?.Trim().ToUpperInvariant(),
                party?.Code.Trim().ToUpperInvariant());
    }

    // What Viewpoint says counts before what somebody typed.
    private static bool Fits<T>(T? asked, T? typed, T? registered) =>
        asked is null || (registered is not null ? asked.Equals(registered) : asked.Equals(typed));

    private async Task<IReadOnlyList<CaseNumber>> NamedAsync(string name, CancellationToken cancellation)
    {
        var words = SearchText.WordsOf(name);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var open = await context.Summaries.Where(row => row.CompletedAt == null)
            .Select(row => new { row.Case, row.Name })
            .ToListAsync(cancellation);
        var finished = await FinishedWords.PassingAsync(
            context, context.Summaries.Where(row => row.CompletedAt != null), words, pseudonyms, cancellation);
        var cases = await finished.OrderByDescending(row => row.Case).Select(row => row.Case).Take(MostCases)
            .ToListAsync(cancellation);
        return
        [
            .. open.Where(one => SearchText.Finds(words, one.Name, "", "")).Select(one => one.Case).Concat(cases)
                .Select(CaseKey.TryNumberOf).OfType<CaseNumber>(),
        ];
    }

    private async Task<IReadOnlyList<CaseNumber>> OfPartyAsync(string party, CancellationToken cancellation)
    {
        var kept = pseudonyms.OfTenant(party);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cases = await context.Summaries.Where(row => row.PartyId == kept || row.PartyId == party).Select(row => row.Case)
            .ToListAsync(cancellation);
        return [.. cases.Select(CaseKey.TryNumberOf).OfType<CaseNumber>()];
    }
}
