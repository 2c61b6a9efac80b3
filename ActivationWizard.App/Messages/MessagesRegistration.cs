namespace ActivationWizard.App.Messages;

/// <summary>What the pages of the messages use, once per circuit.</summary>
public static class MessagesRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services) =>
        services.AddScoped<MessageLists>().AddScoped<MessageHandling>().AddScoped<FittingCases>();
}
