using ActivationWizard.Integrations.Mailbox.Incoming;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ActivationWizard.App.MailIntake;

/// <summary>How requests come in by mail.</summary>
public static class MailIntakeRegistration
{
    /// <summary>Adds the reading of mail and what people do with it; nothing is read unless the settings say so.</summary>
    public static IServiceCollection AddMailIntake(this IServiceCollection services, IncomingMailOptions options)
    {
        services.AddSingleton(options).AddSingleton(new IncomingMailReader(options));
        services.AddSingleton<MessageChanges>().AddSingleton<MessageDesk>();
        services.TryAddSingleton<ICaseMessages, UnmovedCases>();
        services.AddSingleton<MailClaims>().AddSingleton<MessageTaking>().AddSingleton<MessagePutting>();
        services.AddSingleton<MailRound>().AddSingleton<MailWorkClock>();
        return services.AddHostedService<MailWork>();
    }
}
