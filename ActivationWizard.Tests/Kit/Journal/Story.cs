using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.Journal;

/// <summary>A tenant, a request, and a code by e-mail from beginning to end.</summary>
public static class Story
{
    /// <summary>Viewpoint's id of the tenant.</summary>
    public const string PartyId = "4711";

    public static EmailAddress Email { get; } = Parsed<EmailAddress>("anna.jansen@voorbeeld.example");

    public static AddressKey Address { get; } = new(Parsed<Postcode>("5612AB"), Parsed<HouseNumber>("12-A/III"));

    public static Party Anna { get; } = new(
        PartyId, "R-4711", false, new PartyName("Jansen", "van der", "A.", "Anna"), new DateOnly(1984, 2, 29), false,
        [new EmailContact("c1", true, Email)], [Address],
        [new PartyRole(new Coded("HUU"), new Period(new DateOnly(2019, 1, 1), null), null)]);

    public static ActivationRequest Request(string name = "Anna van der Jansen", string? remark = null) => new(
        Requester.Tenant, CodeKind.First, name, Address, Email, Channel.Website, FixedTime.Start.AddMinutes(-30),
        new DateOnly(1984, 2, 29), "R-4711", remark);

    public static CaseFacts Facts { get; } = CaseFacts.None with
    {
        Person = Known(new PersonFinding(PersonMatch.Found, Anna, [])),
        Tenancy = Known(new TenancyFinding(
            TenancyStatus.Active,
            new DateOnly(2019, 1, 1),
            DutchAddress.TryCreate("Dorpsstraat", "5612AB", "12", "A", "III", "Eindhoven"),
            ["88"])),
        Protection = Known(new ProtectionFinding(ProtectionStatus.None, [])),
        Email = Known(new EmailFinding(EmailComparison.Match, Email, null, false)),
        Preference = Fact.Unknown<DeliveryPreference>(Source.Postex, FixedTime.Start, FailureReason.Nonsense),
    };

    public static Verdict Verdict { get; } = new(
        Row.D22, Section.Email, new Ruling.Send(Route.EmailTenant),
        [
            new RuleTrace(Row.D01, RuleResult.DoesNotApply, FactKind.Requester, "Tenant"),
            new RuleTrace(Row.D22, RuleResult.Applies, FactKind.Email, "Match"),
        ],
        "1.0");

    /// <summary>All that follows the opening of a case, one event at a time.</summary>
    public static IEnumerable<(Actor Actor, CaseEvent Fact)> ToTheEnd(CaseNumber number, Actor handler)
    {
        yield return (handler, new CaseTaken());
        yield return (Actor.Wizard, new FactsGathered(Facts));
        yield return (Actor.Wizard, new ProposalMade(Verdict));
        yield return (handler, new ProposalAccepted(new Acceptance()));
        yield return (Actor.Wizard, new FactsRechecked(Facts));
        yield return (Actor.Wizard, new CreationRequested(FixedEpoch.Key(number, 7), Email));
        yield return (Actor.Wizard, new AccountCreated(FixedEpoch.Key(number, 7), "a-1"));
        yield return (Actor.Wizard, new ActivationRequested(FixedEpoch.Key(number, 9), Email));
        yield return (Actor.Wizard, new AccountActivated(FixedEpoch.Key(number, 9), Email, FixedTime.Start.AddDays(30)));
        yield return (
            Actor.Wizard,
            new ContactRegistrationRequested(FixedEpoch.Key(number, 11), PartyId, ContactSubject.CodeByEmail, Channel.Mailbox));
        yield return (Actor.Wizard, new ContactRegistered(FixedEpoch.Key(number, 11)));
        yield return (Actor.Wizard, new CompletedByEmail());
    }

    /// <summary>
    /// The same, but nobody knows whether the account was activated: it is asked once more, and a person looks and confirms it.
    /// </summary>
    public static IEnumerable<(Actor Actor, CaseEvent Fact)> WithTrouble(CaseNumber number, Actor handler)
    {
        var (key, story) = (FixedEpoch.Key(number, 9), ToTheEnd(number, handler).ToList());
        return
        [
            .. story.Take(8),
            (Actor.Wizard,
             new AnswerLost(EffectKind.ActivateAccount, key, FailureReason.Unreachable, FixedTime.Start, FixedTime.Start)),
            (Actor.Wizard, new RequestRepeated(EffectKind.ActivateAccount, key)),
            (Actor.Wizard, new OutcomeUnknown(EffectKind.ActivateAccount, key, FailureReason.Unreachable)),
            (handler, new AccountActivated(key, Email, null)),
            .. story.Skip(9),
        ];
    }

    public static T Parsed<T>(string text)
        where T : class, IParsedValue<T> => T.TryParse(text, out var value) ? value : throw new ArgumentException(text);

    private static Fact<T> Known<T>(T finding)
        where T : class => Fact.Known(finding, Source.Viewpoint, FixedTime.Start);
}
