using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>The systems, the journal and the clock round one tenant, and processes of the wizard that come and go.</summary>
internal sealed class World
{
    public World()
    {
        Calls = new Calls(Boundaries);
        Umbrella = new FakeUmbrella(Calls, Clock);
        Viewpoint = new FakeViewpoint(Calls);
        Postex = new FakePostex(Calls);
        Mailbox = new FakeMailbox(Calls);
        Journal = new InMemoryJournal(Boundaries, Clock);
        Umbrella.Customers.Add(new Customer("k1", "A. van den Berg", 1980, Sample.Anna.Code));
        Viewpoint.Units.Add(Sample.Unit);
        Viewpoint.Parties.Add(Sample.Anna);
        Viewpoint.Agreements.Add(Sample.Rental());
        Viewpoint.Dossiers[Sample.Anna.Id] = "D1";
        Sightings = new FakeSightings(Clock);
        Runner = Start();
    }

    public SkippingClock Clock { get; } = new(Sample.Now);

    public Boundaries Boundaries { get; } = new();

    public Calls Calls { get; }

    public FakeUmbrella Umbrella { get; }

    public FakeViewpoint Viewpoint { get; }

    public FakePostex Postex { get; }

    public FakeMailbox Mailbox { get; }

    public InMemoryJournal Journal { get; }

    public ActivationSettings Settings { get; set; } = Sample.Settings;

    /// <summary>What the installation has learnt of its systems.</summary>
    public FakeSightings Sightings { get; }

    /// <summary>How the process that runs now looks for effects.</summary>
    public EvidenceSearch Evidence { get; private set; } = null!;

    /// <summary>What its keys are made with.</summary>
    public FixedEpoch Epoch { get; } = new(FixedEpoch.Ours);

    /// <summary>The process that runs now.</summary>
    public WizardProcess Runner { get; private set; }

    /// <summary>The door that mails come in by.</summary>
    public CaseMails Mails => new(Journal, new TenantGuard(Journal, Journal));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A new process over the same systems and journal.</summary>
    public WizardProcess Start()
    {
        var execution = new EffectExecution(Umbrella, Viewpoint, Postex, Mailbox, Settings, Clock);
        var evidence = new EvidenceSearch(Umbrella, Viewpoint, Postex, Mailbox, Settings, Sightings);
        Evidence = evidence;
        var planner = new StepPlanner(new Judgement(DecisionTable.Current, Settings), Settings, Epoch);
        var facts = new FactReview(new FactGathering(Viewpoint, Umbrella, Postex, Journal, Settings, Clock), planner, Clock);
        var (tenants, codes) = (new TenantGuard(Journal, Journal), new TypedCodes(Umbrella, Settings));
        var effects = new EffectPerformer(
            tenants, execution, new EffectRecovery(evidence, new RecoveryWays(Settings, Sightings), Settings, Clock), evidence,
            facts, Settings);
        return Runner = new WizardProcess(
            new AnswerHandler(Journal, tenants, codes, Settings, Clock),
            new CaseRunner(Journal, tenants, planner, new StepPerformer(facts, effects, Mailbox), codes, Clock),
            Journal);
    }

    /// <summary>Anna is under bewind; privé is still her own address.</summary>
    public World UnderBewind()
    {
        Viewpoint.Parties.Add(Sample.Administrator);
        return this;
    }

    public World WithAccount(AccountStatus status, EmailAddress? email = null)
    {
        Umbrella.Accounts["k1"] = Sample.Account("k1", status, email);
        return this;
    }

    /// <summary>What becomes of a mail that comes in, after which the case goes on until it waits.</summary>
    public async Task<MailOutcome> ComesInAsync(CaseNumber number, CaseMail mail, Actor? by = null)
    {
        var outcome = await Mails.ReceiveAsync(number, mail, by ?? Actor.Wizard, Cancellation);
        await ContinuedAsync(number);
        return outcome;
    }

    /// <summary>Opens a case for the request and has an employee take it; it goes on until it waits.</summary>
    public async Task<ActivationCase> TakenAsync(ActivationRequest request, Actor? by = null)
    {
        var number = await Runner.OpenAsync(request, Actor.Wizard, null, Cancellation);
        return await AnsweredAsync(number, new TakeCase(), by ?? DemoPeople.Sanne);
    }

    /// <summary>The case after an answer that was taken, once it waits again.</summary>
    public async Task<ActivationCase> AnsweredAsync(CaseNumber number, Answer answer, Actor? by = null)
    {
        Assert.IsType<Decision.Taken>(await TryAnswerAsync(number, answer, by));
        return await ContinuedAsync(number);
    }

    public async Task<Decision> TryAnswerAsync(CaseNumber number, Answer answer, Actor? by = null)
    {
        var seen = (await Runner.LoadAsync(number, Cancellation))!;
        return await Runner.AnswerAsync(number, seen.Version, answer, by ?? DemoPeople.Sanne, Cancellation);
    }

    /// <summary>
    /// The case once it waits for a person or for a system that cannot be reached. What the wizard itself has to wait for
    /// meanwhile takes no time here.
    /// </summary>
    public async Task<ActivationCase> ContinuedAsync(CaseNumber number)
    {
        while (await Runner.ContinueAsync(number, Cancellation) is { Again: { } again, Case.Trouble: null })
            Clock.MoveTo(again);
        return (await Runner.LoadAsync(number, Cancellation))!;
    }

    /// <summary>
    /// The case once it waits for a person or is over: outages are waited out as well, for at most so many attempts.
    /// </summary>
    public async Task<ActivationCase> OutwaitedAsync(CaseNumber number, int attempts = 20)
    {
        while (await Runner.ContinueAsync(number, Cancellation) is { Again: { } again } && --attempts > 0)
            Clock.MoveTo(again);
        return (await Runner.LoadAsync(number, Cancellation))!;
    }

    /// <summary>Looks for every effect that was done for certain, as the wizard does once the quiet period is over.</summary>
    public async Task LearnAsync()
    {
        foreach (var (_, number, key) in Sightings.Expected.ToList())
        {
            var entries = Journal.Of(number);
            var known = entries.Select(entry => entry.Event).OfType<EffectRequested>().Single(one => one.Key == key);
            await Evidence.LearnAsync(ActivationCase.Fold(entries), known, Cancellation);
        }
    }

    /// <summary>An installation that has not found anything of its own yet.</summary>
    public World JustBegun()
    {
        Sightings.Forget();
        return this;
    }

    /// <summary>This effect can be recovered only so in this installation.</summary>
    public World Recovering(EffectKind effect, RecoveryCapability by)
    {
        Settings = Settings with { Recovery = Settings.Recovery.With(effect, by) };
        Start();
        return this;
    }

    /// <summary>The case after everything that was proposed was agreed to, with every question answered by yes.</summary>
    public Task<ActivationCase> AcceptedAsync(ActivationCase seen) => AnsweredAsync(seen.Number, new AcceptProposal(YesTo(seen)));

    public static Acceptance YesTo(ActivationCase seen)
    {
        var proposal = Proposal.Of(seen)!;
        var drafted = seen.Composed as ReplyComposed;
        return new Acceptance
        {
            OldAccountMayGo = true,
            RecentCodeMayDie = true,
            BlockAccount = proposal.AsksToBlock ? true : null,
            CorrectContacts = proposal.AsksToCorrectContacts ? true : null,
            Reply = drafted?.Text,
            Template = drafted?.Template,
            ToldBy = proposal.Refusal is not null && proposal.Email is null ? Channel.Phone : null,
        };
    }
}
