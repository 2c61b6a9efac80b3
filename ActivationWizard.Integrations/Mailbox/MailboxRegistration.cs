using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Mailbox.Graph;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Integrations.Mailbox.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Makes <see cref="IMailbox"/> available.</summary>
public static class MailboxRegistration
{
    /// <summary><paramref name="sandbox"/> is where the simulators listen, null when none run.</summary>
    public static IServiceCollection AddMailbox(
        this IServiceCollection services, MailboxOptions options, SandboxAddresses? sandbox)
    {
        services.AddSingleton(Options.Create(options));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SystemPulse>();
        services.AddMetrics().TryAddSingleton<SystemMeter>();
        services.TryAddSingleton(TrialRun.Off);
        services.AddSingleton<MailPulse>().AddSingleton<MailParts>();
        services.AddHttpClient(MailSignIn.TokenClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddKeyedSingleton(MailboxOptions.Section, (provider, _) => new AccessTokens(
            TokenClientOf(options), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MailSignIn>();
        services.AddSingleton<SentFolder>();
        services.AddSingleton<TemplateFolder>().AddSingleton<TemplateMessages>().AddSingleton<MailboxReplies>();
        services.AddSingleton<IStandardReplies>(provider => options.Templates is TemplateSource.Mailbox
            ? provider.GetRequiredService<MailboxReplies>()
            : provider.GetRequiredService<TemplateFolder>());
        services.AddSingleton<MailWriting>();
        services.AddSingleton<SmtpDelivery>();
        if (options.IsOverGraph)
            services.AddGraph(options, sandbox);
        services.AddSingleton<ImapStore>().AddSingleton(provider => StoreIn(provider, options));
        services.AddSingleton(provider => new MailboxCheck(
            provider.GetRequiredService<IMailStore>(), DeliveryIn(provider, options.Mode),
            provider.GetRequiredService<MailPulse>()));
        services.AddSingleton(provider => new TestMail(
            provider.GetRequiredService<MailWriting>(), DeliveryIn(provider, options.Mode), Options.Create(options)));
        services.AddSingleton<ISystemContract>(provider => new MailboxContract(
            DeliveryIn(provider, options.Mode),
            provider.GetRequiredService<IMailStore>(),
            provider.GetRequiredService<IStandardReplies>(),
            Options.Create(options)));
        services.AddSingleton(provider => new NoticeMail(
            provider.GetRequiredService<MailWriting>(), DeliveryIn(provider, options.Mode)));
        return services.AddSingleton(Make);
    }

    private static TokenClient TokenClientOf(MailboxOptions options) => new(
        options.OAuth.TokenAddress,
        options.OAuth.ClientId,
        options.OAuth.ClientSecret,
        options.OAuth.Scope,
        SecretPlace.Form,
        options.Timeout / 2);

    private static IMailbox Make(IServiceProvider services)
    {
        var replies = services.GetRequiredService<IStandardReplies>();
        var mode = services.GetRequiredService<IOptions<MailboxOptions>>().Value.Mode;
        return DeliveryIn(services, mode) is { } delivery
            ? new WonenMailbox(
                replies, services.GetRequiredService<MailWriting>(), delivery, services.GetRequiredService<SystemPulse>())
            : new MailboxByHand(replies);
    }

    private static IMailDelivery? DeliveryIn(IServiceProvider services, MailboxMode mode)
    {
        IMailDelivery? delivery = mode switch
        {
            MailboxMode.Manual => null,
            MailboxMode.Smtp => services.GetRequiredService<SmtpDelivery>(),
            _ => services.GetRequiredService<NotedDelivery>(),
        };
        return delivery is not null && services.GetRequiredService<TrialRun>().IsOn ? new TrialDelivery(delivery) : delivery;
    }

    private static IMailStore StoreIn(IServiceProvider services, MailboxOptions options)
    {
        IMailStore store = new NotedStore(
            options.IsReadOverGraph ? services.GetRequiredService<GraphStore>() : services.GetRequiredService<ImapStore>(),
            services.GetRequiredService<MailPulse>(),
            Options.Create(options));
        return services.GetRequiredService<TrialRun>().IsOn ? new TrialStore(store) : store;
    }
}
