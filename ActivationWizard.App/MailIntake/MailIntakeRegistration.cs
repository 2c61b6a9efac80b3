using ActivationWizard.Domain.Execution;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.App.MailIntake;

/// <summary>How requests come in by mail.</summary>
public static class MailIntakeRegistration
{
    /// <summary>Adds the reading of mail and what people do with it; nothing is read unless the settings say so.</summary>
    public static IServiceCollection AddMailIntake(this IServiceCollection services, IncomingMailOptions options)
    {
        services.AddSingleton(options).AddSingleton(new IncomingMailReader(options));
        services.AddSingleton<MessageChanges>().AddSingleton<MessageDesk>();
        services.AddSingleton<CaseMails>().AddSingleton<ICaseMessages, MessagesOnCases>();
        services.AddSingleton<MailClaims>().AddSingleton<MessageTaking>().AddSingleton<MessageSearch>()
            .AddSingleton<MessagePutting>();
        services.AddMetrics().AddSingleton<MailMeter>().AddSingleton<MessageCount>();
        services.AddHostedService(provider => provider.GetRequiredService<MessageCount>());
        services.AddSingleton<MailRound>().AddSingleton<MailWorkClock>();
        return services.AddHostedService<MailWork>();
    }
}
