using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>What a person added to what the sources say.</summary>
/// <param name="Request">What came in.</param>
/// <param name="ChosenPartyId">The candidate that was chosen (D03).</param>
/// <param name="Proof">How the administrator's identity was checked (D13).</param>
public sealed record GatheringInput(ActivationRequest Request, string? ChosenPartyId, IdentityProof? Proof);

/// <summary>
/// Asks one fact at a time. Reads only; a source that does not answer leaves the fact unknown, with the reason.
/// </summary>
public sealed class FactGathering(
    IViewpoint viewpoint, IUmbrella umbrella, IPostex postex,
    ICodeHistory history, IGatheringSettings settings, TimeProvider time)
{
    private readonly PersonSearch _persons = new(viewpoint);

    private readonly AccountSearch _accounts = new(umbrella);

    /// <summary>
    /// The facts with this one asked. Facts it rests on must be known: the table asks in an order that sees to it.
    /// </summary>
    public async Task<CaseFacts> AskAsync(FactKind kind, GatheringInput input, CaseFacts facts, CancellationToken cancellation)
    {
        var party = facts.Person.Value?.Party;
        var protection = facts.Protection.Value;
        return kind switch
        {
            FactKind.Person => facts with
            {
                Person = Of(await _persons.FindAsync(input.Request, input.ChosenPartyId, cancellation), Source.Viewpoint),
            },
            FactKind.Tenancy =>
                facts with { Tenancy = Of(await TenancyAsync(input.Request, party, cancellation), Source.Viewpoint) },
            FactKind.Protection => facts with { Protection = Of(await ProtectionAsync(party, cancellation), Source.Viewpoint) },
            FactKind.Administrator => facts with
            {
                Administrator = facts.Protection.IsByHand() && input.Request.Email is not null
                    ? OnlySeen<AdministratorFinding>(Source.Viewpoint)
                    : protection!.Administrators.Any(one => one is { IsRunning: true, HasUnreadableEmails: true })
                    ? Unreadable<AdministratorFinding>()
                    : Fact.Known(
                        Readings.Administrator(input.Request, protection!, input.Proof), Source.Viewpoint, facts.Protection.At),
            },
            FactKind.Contacts => facts with
            {
                Contacts = facts.Person.IsByHand() || facts.Protection.IsByHand()
                    ? OnlySeen<ContactsFinding>(Source.Viewpoint)
                    : party!.HasUnreadableEmails || protection!.Administrators.Any(one => one.HasUnreadableEmails)
                    ? Unreadable<ContactsFinding>()
                    : Fact.Known(
                        ContactsUnderBewind.Read(party!.Emails, protection!, input.Request.Email),
                        Source.Viewpoint,
                        facts.Person.At),
            },
            FactKind.Arrangement => facts with
            {
                Arrangement = Of(await ArrangementAsync(facts.Tenancy.Value!, cancellation), Source.Viewpoint),
            },
            FactKind.Account => facts with
            {
                Account = IsNumberUnreadable(party)
                    ? Unreadable<AccountFinding>()
                    : Of(await _accounts.FindAsync(input.Request, party, cancellation), Source.Umbrella),
            },
            FactKind.Email => facts with
            {
                Email = input.Request.Email is not null && (facts.Person.IsByHand() || HasAccountByHand(facts.Account))
                    ? OnlySeen<EmailFinding>(facts.Person.IsByHand() ? Source.Viewpoint : Source.Umbrella)
                    : input.Request.Email is not null && party!.HasUnreadableEmails
                    ? Unreadable<EmailFinding>()
                    : Readings.Email(input.Request, party!, facts.Account.Value?.Account) is { } email
                    ? Fact.Known(email, Source.Viewpoint, facts.Person.At)
                    : Unreadable<EmailFinding>(Source.Umbrella),
            },
            FactKind.Address => facts with
            {
                Address = facts.Tenancy.IsByHand()
                    ? OnlySeen<AddressFinding>(Source.Viewpoint)
                    : facts.Tenancy.Value!.HasUnreadableHome
                    ? Unreadable<AddressFinding>()
                    : Fact.Known(Readings.Address(party!, facts.Tenancy.Value!), Source.Viewpoint, facts.Tenancy.At),
            },
            FactKind.Preference => facts with
            {
                Preference = IsNumberUnreadable(party)
                    ? Unreadable<DeliveryPreference>()
                    : Of(await PreferenceAsync(party, cancellation), Source.Postex),
            },
            FactKind.RecentCode =>
                facts with { RecentCode = await RecentCodeAsync(TenantKeys.Of(facts, input.Request), cancellation) },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A request's or a setting's fact is never asked."),
        };
    }

    private Fact<T> Of<T>(Reply<T> reply, Source source)
        where T : class => reply switch
        {
            Reply<T>.Answered answered => Fact.Known(answered.Value, source, time.GetUtcNow()),
            Reply<T>.NotAnswered silent => Fact.Unknown<T>(source, time.GetUtcNow(), silent.Why),
            _ => throw new InvalidOperationException("Reply is closed."),
        };

    private async Task<Reply<TenancyFinding>> TenancyAsync(
        ActivationRequest request, Party? party, CancellationToken cancellation)
    {
        if (party is not { Id.Length: > 0 })
            return Silent<TenancyFinding>();

        var agreements = await viewpoint.AgreementsOfPartyAsync(party.Id, cancellation);
        return await agreements.ThenAsync(async own =>
        {
            // Where somebody lives says something only of who rents nothing.
            if (Tenancies.Read(party, request.Address, own, [], Today)
                is { Status: TenancyStatus.Active or TenancyStatus.LegalEntity } renting)
                return new Reply<TenancyFinding>.Answered(renting);

            var homes = await Replies.AllAsync(party.HomeAddresses, address => viewpoint.FindUnitsAsync(address, cancellation));
            return await homes.ThenAsync(
                units => Read(Tenancies.Read(party, request.Address, own, [.. units.SelectMany(list => list)], Today)));
        });
    }

    private async Task<Reply<ProtectionFinding>> ProtectionAsync(Party? party, CancellationToken cancellation)
    {
        if (party is not { Id.Length: > 0 })
            return Silent<ProtectionFinding>();

        var flags = await viewpoint.FlagsAsync(party.Id, cancellation);
        return await flags.ThenAsync(async found =>
        {
            var acting = await Replies.AllAsync(
                ["BWI", "CUR"], role => viewpoint.PartiesActingForAsync(party.Id, role, cancellation));
            return await acting.ThenAsync(parties => Read(Protections.Read(party.Id, found, parties[0], parties[1], Today)));
        });
    }

    private async Task<Reply<ArrangementFinding>> ArrangementAsync(TenancyFinding tenancy, CancellationToken cancellation)
    {
        if (tenancy.HasUnreadableAgreements)
            return await Read<ArrangementFinding>(null);
        if (tenancy.AgreementIds.Count is 0)
            return Silent<ArrangementFinding>();

        var statuses = await Replies.AllAsync(
            tenancy.AgreementIds, agreement => viewpoint.ArrangementsAsync(agreement, cancellation));
        return await statuses.ThenAsync(lists => Read(Readings.Arrangement([.. lists.SelectMany(list => list)])));
    }

    private Task<Reply<DeliveryPreference>> PreferenceAsync(Party? party, CancellationToken cancellation) =>
        party is { Code.Length: > 0 }
            ? postex.ReadPreferenceAsync(party.Code, cancellation)
            : Task.FromResult(Silent<DeliveryPreference>());

    private async Task<Fact<RecentCodeFinding>> RecentCodeAsync(TenantKeys? tenant, CancellationToken cancellation)
    {
        var last = tenant is null ? new RecentCodeFinding(null, null) : await history.LastCodeSentAsync(tenant, cancellation);
        var isRecent = last.SentAt is { } sent
            && DutchCalendar.WorkingDaysBetween(DutchCalendar.DayOf(sent), Today) < settings.RecentCodeWorkingDays;
        return Fact.Known(last with { MustConfirm = isRecent }, Source.Journal, time.GetUtcNow());
    }

    // Umbrella may know another address than Viewpoint, and nobody could read it.
    private static bool HasAccountByHand(Fact<AccountFinding> account) =>
        account is { Source: Source.Employee, Value.Account.Status: not AccountStatus.None };

    // What an employee looked up has no addresses to read further from: the employee is asked for this as well. Unknown never
    // reads as no.
    private Fact<T> OnlySeen<T>(Source source)
        where T : class => Fact.Unknown<T>(source, time.GetUtcNow(), FailureReason.WorkedByHand);

    // The source answered, with what no list has or nobody can read: what rests on that is not known.
    private Fact<T> Unreadable<T>(Source source = Source.Viewpoint)
        where T : class => Fact.Unknown<T>(source, time.GetUtcNow(), FailureReason.Nonsense);

    // There is a relatienummer, so the customer is not to be looked for in another way.
    private static bool IsNumberUnreadable(Party? party) => party?.Unreadable.HasFlag(PartyParts.Code) is true;

    private DateOnly Today => DutchCalendar.Today(time);

    private static Task<Reply<T>> Read<T>(T? finding)
        where T : class =>
        Task.FromResult(
            finding is null ? new Reply<T>.NotAnswered(FailureReason.Nonsense) : (Reply<T>)new Reply<T>.Answered(finding));

    // What an employee looked up by hand has no id to go on with: the next question is for the employee as well.
    private static Reply<T> Silent<T>() => new Reply<T>.NotAnswered(FailureReason.WorkedByHand);
}
