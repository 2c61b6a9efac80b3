using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Kit;

/// <summary>
/// One process of the wizard: what people say to it, and what it does by itself, both by the number of the case.
/// </summary>
internal sealed record WizardProcess(AnswerHandler Answers, CaseRunner Runner, ICaseJournal Journal)
{
    /// <summary>The one of an app that runs.</summary>
    public static WizardProcess Of(IServiceProvider services) => new(
        services.GetRequiredService<AnswerHandler>(), services.GetRequiredService<CaseRunner>(),
        services.GetRequiredService<ICaseJournal>());

    public async Task<CaseNumber> OpenAsync(
        ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation) =>
        (await Answers.OpenAsync(request, actor, intakeKey, cancellation)).Number;

    public async Task<Decision> AnswerAsync(
        CaseNumber number, int seenVersion, Answer answer, Actor actor, CancellationToken cancellation) =>
        (await Answers.AnswerAsync(number, seenVersion, answer, actor, cancellation)).Decision;

    public Task<RunEnd?> ContinueAsync(CaseNumber number, CancellationToken cancellation, CancellationToken stopping = default) =>
        Runner.ContinueAsync(number, cancellation, stopping);

    public Task<ActivationCase?> LoadAsync(
        CaseNumber number, CancellationToken cancellation) => Journal.LoadAsync(number, cancellation);
}
