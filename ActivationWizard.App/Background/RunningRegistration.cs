using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.App.Background;

/// <summary>
/// The domain's rules and its one loop, with the settings of this installation, and the work in the background.
/// </summary>
public static class RunningRegistration
{
    /// <summary>Adds them.</summary>
    public static void AddRunning(this IServiceCollection services, ActivationSettings settings, WorkSettings work)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IGatheringSettings>(settings);
        services.AddSingleton<IRuleSettings>(settings);
        services.AddSingleton<IEffectSettings>(settings);
        services.AddSingleton(DecisionTable.Current);
        services.AddSingleton<Judgement>();
        services.AddSingleton<StepPlanner>();
        services.AddSingleton<FactGathering>();
        services.AddSingleton<EffectExecution>();
        services.AddSingleton<RecoveryWays>();
        services.AddSingleton<EvidenceSearch>();
        services.AddSingleton<EffectRecovery>();
        services.AddSingleton<TypedCodes>();
        services.AddSingleton<TenantGuard>();
        services.AddSingleton<FactReview>();
        services.AddSingleton<EffectPerformer>();
        services.AddSingleton<StepPerformer>();
        services.AddSingleton<AnswerHandler>();
        services.AddSingleton<CaseRunner>();
        services.AddSingleton<CodeReveal>();

        services.AddSingleton<CaseFeed>();
        services.AddSingleton<RecentHeads>();
        services.AddSingleton<CheckpointWork>();
        services.AddHostedService(provider => provider.GetRequiredService<CheckpointWork>());
        services.AddDocumentPost().AddSingleton<CheckpointDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<CheckpointDelivery>());
        services.AddMetrics().AddSingleton<CaseMeter>();
        services.AddSingleton<TroubleLog>().AddSingleton<ToldJournal>().AddSingleton<ICaseJournal, ObservedJournal>();
        services.AddHostedService<NewsOfOthers>();

        services.AddSingleton<FirstPage>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstPage>());
        services.AddSingleton(work);
        services.AddSingleton<WaitingCases>();
        services.AddHostedService<LeaseRenewal>();
        services.AddSingleton<CaseWork>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseWork>());
        services.AddSingleton<CaseSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseSweep>());
        services.AddSingleton<DueHandOverRound>();
        services.AddHostedService<HandOverWork>();
        services.AddHostedService<ReviewWork>();
        services.AddSingleton<SightingRound>();
        services.AddHostedService<SightingWork>();
        services.AddSingleton<CaseCount>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseCount>());
        services.AddHostedService<RetentionWork>();
        services.AddHostedService<LimitUpkeep>();
        services.AddHostedService<InboxUpkeep>();
        services.AddHostedService<MailboxCheckWork>();
        services.AddSingleton<TemplateWork>();
        services.AddHostedService(provider => provider.GetRequiredService<TemplateWork>());
    }
}
