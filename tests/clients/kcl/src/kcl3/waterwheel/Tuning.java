package waterwheel;

import software.amazon.kinesis.coordinator.CoordinatorConfig;
import software.amazon.kinesis.leases.LeaseManagementConfig;

/** What only KCL 3 has: a leader assigns the leases, by what workers report of themselves. */
final class Tuning {
    private Tuning() {}

    static void apply(LeaseManagementConfig leases, CoordinatorConfig coordinator) {
        leases.leaseAssignmentIntervalMillis(2000L)
                .dynamoDbLockBasedLeaderLeaseDurationInMillis(5000)
                .dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(1000);
        leases.workerUtilizationAwareAssignmentConfig()
                .workerMetricsReporterFreqInMillis(1500).varianceBalancingFrequency(1);
        leases.gracefulLeaseHandoffConfig().gracefulLeaseHandoffTimeoutMillis(5000);
    }
}
