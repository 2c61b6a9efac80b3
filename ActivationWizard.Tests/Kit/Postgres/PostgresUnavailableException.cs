namespace ActivationWizard.Tests.Kit.Postgres;

/// <summary>A test needs PostgreSQL and this machine cannot run it.</summary>
public sealed class PostgresUnavailableException(string reason) : Exception($"PostgreSQL cannot run here: {reason}");
