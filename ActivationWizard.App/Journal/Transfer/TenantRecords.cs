using System.Runtime.CompilerServices;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>
/// Everything that is known about one tenant, for a tenant who asks. Which cases are the tenant's follows from their events: by
/// the party that Viewpoint gave, or by name with date of birth or relation number. Nobody else of the household is in it.
/// </summary>
public sealed class TenantRecords(
    IDbContextFactory<JournalContext> contexts, CaseReading reading, TenantNotes notes, CaseAccesses accesses,
    CasePseudonyms pseudonyms, SenderMessages messages)
{
    // So many names are compared, or records written, at a time. There is no most: a part would be taken for the whole.
    private const int AtATime = 200;

    /// <summary>
    /// The tenant's cases. For who answers such requests: throws <see cref="UnauthorizedAccessException"/> for anybody else. That
    /// it was put together is written down with each case first.
    /// </summary>
    public async Task<CasesOfTenant> FindAsync(TenantQuestion question, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.AnswerAccessRequest);
        return await PutTogetherAsync(question, actor, cancellation);
    }

    /// <summary>The same for whoever runs commands on the machine itself, by the name there.</summary>
    public Task<CasesOfTenant> FindByCommandAsync(
        TenantQuestion question, string account, CancellationToken cancellation) =>
        PutTogetherAsync(question, new Actor(account, account, Role.SystemManager), cancellation);

    private async Task<CasesOfTenant> PutTogetherAsync(
        TenantQuestion question, Actor actor, CancellationToken cancellation)
    {
        if (!question.IsEnough)
            return new CasesOfTenant([], [], ReadAsync);
        var addresses = new HashSet<EmailAddress>();
        if (question.Email is { } given)
            addresses.Add(given);
        var numbers = await NumbersAsync(question, addresses, cancellation);
        var sent = (await messages.OfAsync(addresses, cancellation))
            .Where(one => one.Case is not { } own || !numbers.Contains(own))
            // It may seem to be of somebody else's case.
            .Select(one => one with { Case = null, Effect = null }).ToList();
        foreach (var some in numbers.Chunk(AtATime))
            await accesses.RecordAsync(
                some, AccessKind.AccessRequest, AccessGround.AccessRequest, null, actor, cancellation);
        if (numbers.Count is 0 || sent.Count > 0)
            await accesses.RecordFileAsync(
                AccessKind.AccessRequest, AccessGround.AccessRequest, sent.Count, actor, cancellation);
        return new CasesOfTenant(numbers, sent, ReadAsync);
    }

    private async Task<TenantCase> ReadAsync(CaseNumber number, CancellationToken cancellation) =>
        await notes.WithAsync(await reading.ReadAsync(number, cancellation), cancellation);

    // And the addresses by which the tenant wrote.
    private async Task<IReadOnlyList<CaseNumber>> NumbersAsync(
        TenantQuestion question, HashSet<EmailAddress> addresses, CancellationToken cancellation)
    {
        var own = new SortedSet<long>();
        var parties = new HashSet<string>(StringComparer.Ordinal);
        if (question.Number is { } number)
        {
            var raw = await reading.ReadAsync(number, cancellation);
            if (raw.Entries.Count > 0 || raw.Break is not null)
                Add(raw);
        }
        else if (question.NamesOne)
        {
            await foreach (var one in NamedAsync(question.Name!, cancellation))
            {
                var raw = await reading.ReadAsync(one, cancellation);
                if (raw.Case is { } activation && IsMeant(activation, question))
                    Add(raw);
            }
        }

        foreach (var party in parties.ToList())
        {
            var kept = pseudonyms.OfTenant(party);
            await foreach (var (one, _) in WalkAsync(
                context => Task.FromResult(context.Summaries.Where(row => row.PartyId == kept || row.PartyId == party)),
                cancellation))
            {
                if (own.Contains(CaseKey.Of(one)))
                    continue;
                var raw = await reading.ReadAsync(one, cancellation);
                if (raw.Case is not { } activation || (PartyOf(activation) ?? activation.PartyId) != party)
                    continue;
                own.Add(CaseKey.Of(one));
                addresses.UnionWith(AddressesOf(activation));
            }
        }

        return [.. own.Select(CaseKey.NumberOf)];

        void Add(RawCase raw)
        {
            own.Add(CaseKey.Of(raw.Number));
            addresses.UnionWith(AddressesOf(raw.Case));
            if (PartyOf(raw.Case) is { } party)
                parties.Add(party);
        }
    }

    // Viewpoint's id, and nothing that stands in for it: that is a household's.
    private static string? PartyOf(ActivationCase? activation) =>
        activation?.Facts.Person.Value?.Party is { Id.Length: > 0 } party ? party.Id : null;

    // Viewpoint's before what somebody typed, and none of an administrator, who acts for many: none at all while it is not known
    // whether there is one, or which addresses are his.
    private static IEnumerable<EmailAddress> AddressesOf(ActivationCase? activation)
    {
        if (activation?.Facts.Person.Value?.Party is { } party)
            return activation.Facts.Protection.Value is { } protection
                && (protection.Status is ProtectionStatus.None || protection.Administrators.Count > 0)
                ? party.Emails.Select(contact => contact.Address).Except(protection.CurrentEmails)
                : [];
        return activation?.Request is { Requester: Requester.Tenant, Email: { } typed } ? [typed] : [];
    }

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

    // The open ones first, whose words stand nowhere else: one that ends meanwhile comes twice, and never not at all.
    private async IAsyncEnumerable<CaseNumber> NamedAsync(
        string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var words = SearchText.WordsOf(name);
        await foreach (var (one, called) in WalkAsync(
            context => Task.FromResult(context.Summaries.Where(row => row.CompletedAt == null)), cancellation))
        {
            if (SearchText.Finds(words, called, "", ""))
                yield return one;
        }

        await foreach (var (one, _) in WalkAsync(
            context => FinishedWords.PassingAsync(
                context, context.Summaries.Where(row => row.CompletedAt != null), words, pseudonyms, cancellation),
            cancellation))
            yield return one;
    }

    // The oldest first, each stretch from behind the last: what begins or ends meanwhile moves nothing.
    private async IAsyncEnumerable<(CaseNumber Number, string Name)> WalkAsync(
        Func<JournalContext, Task<IQueryable<SummaryRow>>> which, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (last, isMore) = (0L, true);
        while (isMore)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var after = last;
            var some = await (await which(context)).Where(row => row.Case > after).OrderBy(row => row.Case).Take(AtATime)
                .Select(row => new { row.Case, row.Name })
                .ToListAsync(cancellation);
            foreach (var one in some)
            {
                last = one.Case;
                if (CaseKey.TryNumberOf(last) is { } number)
                    yield return (number, one.Name);
            }

            isMore = some.Count == AtATime;
        }
    }
}
