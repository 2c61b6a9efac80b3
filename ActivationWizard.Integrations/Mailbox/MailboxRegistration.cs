using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Integrations.Mailbox.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Makes <see cref="IMailbox"/> available.</summary>
public static class MailboxRegistration
{
    /// <summary>In Sandbox mode mails are files in <c>mail</c> under the data folder.</summary>
    public static IServiceCollection AddMailbox(this IServiceCollection services, MailboxOptions options, string dataFolder)
    {
        services.AddSingleton(Options.Create(options));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SystemPulse>();
        services.AddHttpClient(MailSignIn.TokenClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddKeyedSingleton(MailboxOptions.Section, (provider, _) => new AccessTokens(
            TokenClientOf(options), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MailSignIn>();
        services.AddSingleton<SentFolder>();
        services.AddSingleton<IMailStore, ImapStore>();
        services.AddSingleton<TemplateFolder>().AddSingleton<TemplateMessages>().AddSingleton<MailboxReplies>();
        services.AddSingleton<IStandardReplies>(provider => options.Templates is TemplateSource.Mailbox
            ? provider.GetRequiredService<MailboxReplies>()
            : provider.GetRequiredService<TemplateFolder>());
        services.AddSingleton<MailWriting>();
        services.AddSingleton<SmtpDelivery>();
        services.AddSingleton(provider => new FileDelivery(
            Path.Combine(dataFolder, "mail"), provider.GetRequiredService<ILogger<FileDelivery>>()));
        services.AddSingleton(provider => new TestMail(
            provider.GetRequiredService<MailWriting>(), DeliveryIn(provider, options.Mode), Options.Create(options)));
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

    private static IMailDelivery? DeliveryIn(IServiceProvider services, MailboxMode mode) => mode switch
    {
        MailboxMode.Manual => null,
        MailboxMode.Smtp => services.GetRequiredService<SmtpDelivery>(),
        _ => services.GetRequiredService<FileDelivery>(),
    };
}
