/** One app at Tencent, with its key and data centre. */
export interface TencentApp {
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** An administrator account of the app. */
  readonly identifier: string;
  readonly baseUrl: string;
  /** Share of the app's queries a second that this process may use. */
  readonly qps: number;
  /** The part of these that work may use for which nobody waits, above 0 and at most 1. */
  readonly backgroundShare: number;
}
